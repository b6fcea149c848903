EXISTS (SELECT 1 FROM flags g WHERE g.claim_id = {column} AND g.code = {value} AND g.status <> 'suppressed' AND g.raised_by = 'system')
