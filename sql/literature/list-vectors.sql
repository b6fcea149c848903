SELECT work_id, text_sha256, vector FROM work_vectors WHERE model = @Model ORDER BY work_id;
