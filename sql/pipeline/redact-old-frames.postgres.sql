VACUUM versions, claims, past_claims, caveats, flags, flag_quotes, exculpations, flag_history, digests, mails, llm_replies;
