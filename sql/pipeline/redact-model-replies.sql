DELETE FROM llm_replies WHERE reply <> REPLACE(reply, @Quoted, '');
