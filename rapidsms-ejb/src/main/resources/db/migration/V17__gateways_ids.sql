-- Some gateways report by an id of their own. A report may come before the answer to the call that names the id: it
-- is found by that id then.
ALTER TABLE delivery_report ADD COLUMN external_id VARCHAR(255);
CREATE INDEX delivery_report_by_external_id ON delivery_report (backend, external_id) ${where_named};
CREATE INDEX transmission_by_external_id ON transmission (backend, external_id) ${where_named};

-- A connection to a gateway is made by one node. It says from time to time that it still lives.
ALTER TABLE backend_state ADD COLUMN holder VARCHAR(36);
ALTER TABLE backend_state ADD COLUMN held_until TIMESTAMP WITH TIME ZONE;

-- Somebody of the staff has stopped sending by this backend.
ALTER TABLE backend_state ADD COLUMN stopped BOOLEAN DEFAULT FALSE NOT NULL;
