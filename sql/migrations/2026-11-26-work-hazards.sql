-- Why a work bears on the method of a release, from the register of hazards.
ALTER TABLE prior_work_matches ADD COLUMN hazards TEXT NOT NULL DEFAULT '[]';
