-- The index is made of the rows themselves.
SELECT 1;
