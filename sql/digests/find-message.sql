SELECT message FROM mails WHERE id = @Id;
