INSERT INTO passages (version_id, number, start_offset, end_offset, place, heading, paragraph, sentence, speaker)
VALUES (@VersionId, @Number, @Start, @End, @Place, @Heading, @Paragraph, @Sentence, @Speaker);
