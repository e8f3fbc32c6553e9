-- Places in a tree. For each list the index that gives it in its order: of what lies in a place, of a type, of all.
CREATE SEQUENCE location_type_seq INCREMENT BY 50;
CREATE TABLE location_type (
    id       BIGINT PRIMARY KEY,
    name     VARCHAR(100) NOT NULL,
    name_key VARCHAR(200) NOT NULL,
    CONSTRAINT location_type_is_unique UNIQUE (name_key)
);

CREATE SEQUENCE location_seq INCREMENT BY 50;
CREATE TABLE location (
    id        BIGINT PRIMARY KEY,
    name      VARCHAR(100) NOT NULL,
    name_key  VARCHAR(200) NOT NULL,
    code      VARCHAR(50)  NOT NULL,
    code_key  VARCHAR(100) NOT NULL,
    type_id   BIGINT,
    parent_id BIGINT,
    latitude  NUMERIC(13, 10),
    longitude NUMERIC(13, 10),
    CONSTRAINT location_code_is_unique UNIQUE (code_key),
    CONSTRAINT location_is_not_below_itself CHECK (parent_id <> id),
    CONSTRAINT location_has_a_whole_point CHECK ((latitude IS NULL) = (longitude IS NULL)),
    CONSTRAINT location_has_a_latitude CHECK (latitude BETWEEN -90 AND 90),
    CONSTRAINT location_has_a_longitude CHECK (longitude BETWEEN -180 AND 180)
);
-- With the code, so that a search reads the index alone.
CREATE INDEX location_by_name_key ON location (name_key, id, code_key);
CREATE INDEX location_by_parent ON location (parent_id, name_key, id);
CREATE INDEX location_by_type ON location (type_id, name_key, id);
-- After their indexes: H2 would make more of its own.
ALTER TABLE location ADD CONSTRAINT location_is_of_type FOREIGN KEY (type_id) REFERENCES location_type;
ALTER TABLE location ADD CONSTRAINT location_lies_in_location FOREIGN KEY (parent_id) REFERENCES location;

-- Who belongs to a place stays when it goes.
ALTER TABLE contact ADD COLUMN location_id BIGINT;
CREATE INDEX contact_by_location ON contact (location_id, name_key, id);
ALTER TABLE contact ADD CONSTRAINT contact_belongs_to_location
    FOREIGN KEY (location_id) REFERENCES location ON DELETE SET NULL;
