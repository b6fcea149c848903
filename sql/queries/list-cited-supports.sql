SELECT DISTINCT claim_id, work_id, purpose, verdict, quote, start_offset, end_offset, text_kind, judged_by FROM cited_supports WHERE claim_id = @ClaimId ORDER BY work_id;
