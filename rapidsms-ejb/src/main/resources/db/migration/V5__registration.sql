-- Contacts in the order of their names, capital letters or not. No index can be made on LOWER(name) in H2.
ALTER TABLE contact ADD COLUMN name_key VARCHAR(200) DEFAULT '' NOT NULL;
UPDATE contact SET name_key = LOWER(name);
CREATE INDEX contact_by_name_key ON contact (name_key, id);
