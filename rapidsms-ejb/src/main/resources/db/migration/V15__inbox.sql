-- What waits for the apps is found by its lane: all messages of one phone are in one lane, and follow one another there.
ALTER TABLE message ADD COLUMN lane INTEGER;
ALTER TABLE message ADD COLUMN attempts INTEGER DEFAULT 0 NOT NULL;
ALTER TABLE message ADD COLUMN due TIMESTAMP WITH TIME ZONE;
UPDATE message SET due = date, lane =
    (SELECT MOD(t.connection_id, 16) FROM transmission t WHERE t.message_id = message.id)
    WHERE direction = 'I' AND status = 'Q';
CREATE INDEX message_by_due ON message (lane, due, id);

-- Whoever works in a lane holds its row, so that nobody else does.
CREATE TABLE inbox_lane (lane INTEGER PRIMARY KEY);
INSERT INTO inbox_lane (lane) VALUES (0), (1), (2), (3), (4), (5), (6), (7), (8), (9), (10), (11), (12), (13), (14), (15);
