-- The parts of texts of phones, until all are there, and a while longer.
CREATE SEQUENCE text_part_seq INCREMENT BY 50;
CREATE TABLE text_part (
    id          BIGINT PRIMARY KEY,
    assembly    VARCHAR(36)  NOT NULL,
    backend     VARCHAR(50)  NOT NULL,
    source      VARCHAR(100) NOT NULL,
    destination VARCHAR(100) NOT NULL,
    reference   VARCHAR(100) NOT NULL,
    total       INTEGER      NOT NULL,
    number      INTEGER      NOT NULL,
    external_id VARCHAR(255),
    units       VARCHAR      NOT NULL,
    due         TIMESTAMP WITH TIME ZONE NOT NULL,
    taken       TIMESTAMP WITH TIME ZONE
);
CREATE INDEX text_part_by_text ON text_part (backend, source, reference);
CREATE INDEX text_part_by_external_id ON text_part (backend, external_id);
CREATE INDEX text_part_by_assembly ON text_part (assembly);
CREATE INDEX text_part_by_due ON text_part (backend, due);
