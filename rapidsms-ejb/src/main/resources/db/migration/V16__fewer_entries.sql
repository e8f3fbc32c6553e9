-- What has become of a message is asked each time a call to a gateway ends: of one to a single phone its transmission
-- tells at once, of one to many an index, status by status. Of old messages the number is not known.
ALTER TABLE message ADD COLUMN phones INTEGER;
CREATE INDEX transmission_by_message ON transmission (message_id, status);

-- Little waits, and much is done: where the database can, these indexes hold only what is looked for in them.
DROP INDEX message_by_due;
CREATE INDEX message_by_due ON message (lane, due, id) ${where_due};
DROP INDEX transmission_by_due;
CREATE INDEX transmission_by_due ON transmission (backend, urgent, due, id) ${where_due};
