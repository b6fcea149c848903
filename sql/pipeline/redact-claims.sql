UPDATE past_claims SET quote = '', normalised = '', comparative_to = NULL WHERE document_id = @Document;
