CREATE SEQUENCE message_log_seq INCREMENT BY 50;
CREATE TABLE message_log (
    id         BIGINT PRIMARY KEY,
    message_id VARCHAR(64)  NOT NULL,
    direction  VARCHAR(1)   NOT NULL CHECK (direction IN ('I', 'O')),
    backend    VARCHAR(50)  NOT NULL,
    identity   VARCHAR(100) NOT NULL,
    contact_id BIGINT REFERENCES contact ON DELETE SET NULL,
    text       VARCHAR      NOT NULL,
    date       TIMESTAMP WITH TIME ZONE NOT NULL
);
CREATE INDEX message_log_by_message ON message_log (message_id);
CREATE INDEX message_log_by_contact ON message_log (contact_id, id);
CREATE INDEX message_log_by_phone ON message_log (identity, id);
