SELECT subject, model, asked, dropped FROM judgement_tallies WHERE release_id = @ReleaseId ORDER BY subject;
