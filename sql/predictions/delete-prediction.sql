DELETE FROM predictions WHERE set_id = @SetId AND number = @Number;
