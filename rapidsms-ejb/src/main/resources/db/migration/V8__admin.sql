-- Users may rest, and have groups, which are roles.
ALTER TABLE console_user ADD COLUMN active BOOLEAN DEFAULT TRUE NOT NULL;

CREATE SEQUENCE console_group_seq INCREMENT BY 50;
CREATE TABLE console_group (
    id         BIGINT PRIMARY KEY,
    name       VARCHAR(100) NOT NULL,
    created_on TIMESTAMP WITH TIME ZONE NOT NULL,
    CONSTRAINT group_name_is_unique UNIQUE (name)
);
CREATE TABLE console_user_group (
    user_id  BIGINT NOT NULL REFERENCES console_user ON DELETE CASCADE,
    group_id BIGINT NOT NULL REFERENCES console_group ON DELETE CASCADE,
    PRIMARY KEY (user_id, group_id)
);
CREATE INDEX console_user_group_by_group ON console_user_group (group_id);

-- What gateways have told of messages that they had taken, as they told it: also twice, also of messages unknown to us.
CREATE SEQUENCE delivery_report_seq INCREMENT BY 50;
CREATE TABLE delivery_report (
    id              BIGINT PRIMARY KEY,
    date            TIMESTAMP WITH TIME ZONE NOT NULL,
    backend         VARCHAR(50)  NOT NULL,
    message_id      VARCHAR(255) NOT NULL,
    identity        VARCHAR(100) NOT NULL,
    state           VARCHAR(1)   NOT NULL CHECK (state IN ('S', 'D', 'E')),
    words           VARCHAR      NOT NULL,
    transmission_id BIGINT REFERENCES transmission ON DELETE SET NULL
);
CREATE INDEX delivery_report_by_message ON delivery_report (message_id, id);
CREATE INDEX delivery_report_by_transmission ON delivery_report (transmission_id);
CREATE INDEX delivery_report_by_identity ON delivery_report (identity, id);
-- For the lists of administrators: search by what a phone is called, and deletion of what belongs together.
CREATE INDEX connection_by_identity ON connection (identity, id);
CREATE INDEX backend_message_by_identity ON backend_message (identity, id);
