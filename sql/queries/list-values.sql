SELECT document_id, type, strength, certainty, polarity, assert_mode, asserter, place, is_headline, document_kind, publisher, warrant FROM claims_v;
