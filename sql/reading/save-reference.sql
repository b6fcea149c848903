INSERT INTO document_references (version_id, number, text, start_offset, end_offset, title, authors, year, doi, arxiv, url, label)
VALUES (@VersionId, @Number, @Text, @Start, @End, @Title, @Authors, @Year, @Doi, @Arxiv, @Url, @Label);
