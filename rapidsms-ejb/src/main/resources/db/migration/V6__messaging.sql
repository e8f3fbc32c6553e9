-- Recipients are found by name or number, the message log also by backend and by day.
CREATE INDEX contact_by_name ON contact (name, id);
CREATE INDEX message_log_by_backend ON message_log (backend, id);
CREATE INDEX message_log_by_date ON message_log (date, id);
