UPDATE digests SET issue = REPLACE(issue, @Quoted, '[text removed]') WHERE issue <> REPLACE(issue, @Quoted, '');
