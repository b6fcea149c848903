INSERT INTO judgement_tallies (release_id, subject, model, asked, dropped) VALUES (@ReleaseId, @Subject, @Model, @Asked, @Dropped);
