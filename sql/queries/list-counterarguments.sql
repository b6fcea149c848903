SELECT flag_id, claim_id, version_id, start_offset, end_offset, quote, kind, arguer_role FROM counterarguments WHERE flag_id = @FlagId ORDER BY version_id, start_offset, id;
