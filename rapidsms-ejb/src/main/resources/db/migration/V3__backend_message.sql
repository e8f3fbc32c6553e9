-- What the database backend, the message tester's, has sent and received.
CREATE SEQUENCE backend_message_seq INCREMENT BY 50;
CREATE TABLE backend_message (
    id          BIGINT PRIMARY KEY,
    name        VARCHAR(50)  NOT NULL,
    date        TIMESTAMP WITH TIME ZONE NOT NULL,
    direction   VARCHAR(1)   NOT NULL CHECK (direction IN ('I', 'O')),
    message_id  VARCHAR(64)  NOT NULL,
    external_id VARCHAR(255) NOT NULL,
    identity    VARCHAR(100) NOT NULL,
    text        VARCHAR      NOT NULL
);
CREATE INDEX backend_message_by_name ON backend_message (name, id);
CREATE INDEX backend_message_by_phone ON backend_message (name, identity, id);
