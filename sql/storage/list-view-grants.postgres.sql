SELECT c.relname AS view_name, format('GRANT SELECT ON %I TO %I', c.relname, r.rolname) AS statement
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace CROSS JOIN LATERAL aclexplode(c.relacl) a JOIN pg_roles r ON r.oid = a.grantee
WHERE n.nspname = CURRENT_SCHEMA() AND c.relkind = 'v' AND a.privilege_type = 'SELECT' AND a.grantee <> c.relowner
ORDER BY c.relname, r.rolname;
