SELECT viewname AS view_name FROM pg_views WHERE schemaname = CURRENT_SCHEMA();
