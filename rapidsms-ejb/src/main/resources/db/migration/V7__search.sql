-- One column to look at, and an index that holds it: a search reads no other row than those that it finds.
ALTER TABLE connection ADD COLUMN search_key VARCHAR(502) DEFAULT '' NOT NULL;
UPDATE connection SET search_key = LOWER(identity) || ' ' || LOWER(backend) WHERE contact_id IS NULL;
UPDATE connection SET search_key =
    (SELECT c.name_key FROM contact c WHERE c.id = contact_id) || ' ' || LOWER(identity) || ' ' || LOWER(backend)
    WHERE contact_id IS NOT NULL;
CREATE INDEX connection_by_search_key ON connection (search_key, contact_id, id);
-- H2 takes the index of which most columns are asked to be equal: what is a range must stand behind them.
CREATE INDEX message_by_direction ON message (direction, date);
DROP INDEX message_by_date;
CREATE INDEX transmission_by_status_and_date ON transmission (status, date);
DROP INDEX transmission_by_date;
-- A search by day goes by numbers, which grow as time does.
DROP INDEX message_log_by_date;
-- H2 walks no index backwards.
CREATE INDEX contact_newest_first ON contact (id DESC);
CREATE INDEX contact_by_name_key_backwards ON contact (name_key DESC, id DESC);
