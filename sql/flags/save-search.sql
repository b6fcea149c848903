INSERT INTO exculpation_searches (flag_id, number, kind, place) VALUES (@FlagId, @Number, @Kind, @Place);
