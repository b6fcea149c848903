DELETE FROM judgement_tallies WHERE release_id = @ReleaseId;
