-- Texts for phones that fetch what they shall send. What is due is handed out to the next that asks, and once more if
-- nothing is heard of it; it is kept for some days after its end, as a phone repeats what was not answered.
CREATE SEQUENCE phone_text_seq INCREMENT BY 50;
CREATE TABLE phone_text (
    id         BIGINT PRIMARY KEY,
    name       VARCHAR(36)  NOT NULL UNIQUE,
    backend    VARCHAR(50)  NOT NULL,
    message_id VARCHAR(64)  NOT NULL,
    identity   VARCHAR(100) NOT NULL,
    text       VARCHAR      NOT NULL,
    date       TIMESTAMP WITH TIME ZONE NOT NULL,
    due        TIMESTAMP WITH TIME ZONE,
    fetched    BOOLEAN DEFAULT FALSE NOT NULL,
    ended      BOOLEAN DEFAULT FALSE NOT NULL,
    UNIQUE (backend, message_id, identity)
);
CREATE INDEX phone_text_by_due ON phone_text (backend, due, id);
CREATE INDEX phone_text_by_date ON phone_text (backend, date);
