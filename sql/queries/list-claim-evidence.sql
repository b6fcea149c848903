SELECT kind, pointer, target_url, target_work_id, distance FROM evidence WHERE claim_id = @ClaimId ORDER BY distance, id;
