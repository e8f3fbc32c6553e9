-- What apps want to know of contacts. No index can be made on LOWER(content) in H2.
CREATE TABLE contact_field (
    contact_id  BIGINT       NOT NULL REFERENCES contact ON DELETE CASCADE,
    name        VARCHAR(50)  NOT NULL,
    content     VARCHAR(200) NOT NULL,
    content_key VARCHAR(400) NOT NULL,
    CONSTRAINT contact_field_is_unique PRIMARY KEY (contact_id, name)
);
CREATE INDEX contact_field_by_content ON contact_field (name, content_key, contact_id);

-- Files of contacts: each line waits here until all are right and somebody has said "add them".
CREATE SEQUENCE contact_import_seq INCREMENT BY 50;
CREATE TABLE contact_import (
    id         BIGINT PRIMARY KEY,
    username   VARCHAR(255) NOT NULL,
    filename   VARCHAR(255) NOT NULL,
    encoding   VARCHAR(20)  NOT NULL,
    semicolons BOOLEAN      NOT NULL,
    state      VARCHAR(10)  NOT NULL,
    total      BIGINT       NOT NULL,
    lines      BIGINT       NOT NULL,
    faulty     BIGINT       NOT NULL,
    contacts   BIGINT       NOT NULL,
    stored     BIGINT       NOT NULL,
    created_on TIMESTAMP WITH TIME ZONE NOT NULL,
    touched_on TIMESTAMP WITH TIME ZONE NOT NULL
);
CREATE INDEX contact_import_by_user ON contact_import (username, id);

CREATE TABLE contact_import_line (
    import_id BIGINT  NOT NULL REFERENCES contact_import ON DELETE CASCADE,
    line      BIGINT  NOT NULL,
    goes_on   BOOLEAN NOT NULL,
    name      VARCHAR(101) NOT NULL,
    backend   VARCHAR(101) NOT NULL,
    identity  VARCHAR(101) NOT NULL,
    language  VARCHAR(101) NOT NULL,
    fields    VARCHAR,
    faulty    BOOLEAN NOT NULL,
    fault     VARCHAR(20),
    field     VARCHAR(50),
    detail    VARCHAR(500),
    CONSTRAINT contact_import_line_is_unique PRIMARY KEY (import_id, line)
);
CREATE INDEX contact_import_line_by_phone ON contact_import_line (identity, import_id);
CREATE INDEX contact_import_line_by_fault ON contact_import_line (import_id, faulty, line);
