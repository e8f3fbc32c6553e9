-- What has become of a message is asked each time a call to a gateway ends, status by status.
CREATE INDEX transmission_by_message ON transmission (message_id, status);
