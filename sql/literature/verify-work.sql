UPDATE prior_works SET verified = @Verified, verified_by = @By, verified_at = @At WHERE id = @Id;
