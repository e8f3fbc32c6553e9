CREATE TABLE some_app_table (contact_id BIGINT REFERENCES contact);
INSERT INTO some_app_table VALUES (NULL);
