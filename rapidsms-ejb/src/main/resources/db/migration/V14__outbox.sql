-- What waits to be sent is found by its backend: answers first, then by when it is due.
ALTER TABLE transmission ADD COLUMN backend VARCHAR(50) DEFAULT '' NOT NULL;
UPDATE transmission SET backend = (SELECT c.backend FROM connection c WHERE c.id = transmission.connection_id);
ALTER TABLE transmission ADD COLUMN urgent BOOLEAN DEFAULT FALSE NOT NULL;
ALTER TABLE transmission ADD COLUMN attempts INTEGER DEFAULT 0 NOT NULL;
ALTER TABLE transmission ADD COLUMN due TIMESTAMP WITH TIME ZONE;
UPDATE transmission SET due = updated WHERE status IN ('Q', 'P')
    AND EXISTS (SELECT 1 FROM message m WHERE m.id = transmission.message_id AND m.direction = 'O');
CREATE INDEX transmission_by_due ON transmission (backend, urgent, due, id);

-- What happened to a transmission before it was sent or given up. One that is sent at once has none.
CREATE SEQUENCE setback_seq INCREMENT BY 50;
CREATE TABLE setback (
    id              BIGINT PRIMARY KEY,
    transmission_id BIGINT NOT NULL REFERENCES transmission ON DELETE CASCADE,
    date            TIMESTAMP WITH TIME ZONE NOT NULL,
    attempt         INTEGER NOT NULL,
    words           VARCHAR NOT NULL,
    next            TIMESTAMP WITH TIME ZONE
);
CREATE INDEX setback_by_transmission ON setback (transmission_id, id);

-- How a backend stands. One row each, shared by all nodes.
CREATE TABLE backend_state (
    backend      VARCHAR(50) PRIMARY KEY,
    failures     INTEGER DEFAULT 0 NOT NULL,
    paused_until TIMESTAMP WITH TIME ZONE,
    problem      VARCHAR,
    free_at      TIMESTAMP WITH TIME ZONE
);
