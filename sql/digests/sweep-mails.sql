UPDATE mails SET state = 'unknown', owner = NULL, lease_until = NULL, answer = 'the process ended between handing it over and noting the answer'
WHERE state = 'sending' AND lease_until < @Now;
