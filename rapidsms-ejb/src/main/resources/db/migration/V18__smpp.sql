-- The parts of texts that have come by SMPP, until all are there.
CREATE SEQUENCE smpp_part_seq INCREMENT BY 50;
CREATE TABLE smpp_part (
    id          BIGINT PRIMARY KEY,
    assembly    VARCHAR(36)  NOT NULL,
    backend     VARCHAR(50)  NOT NULL,
    source      VARCHAR(21)  NOT NULL,
    destination VARCHAR(21)  NOT NULL,
    reference   INTEGER      NOT NULL,
    total       INTEGER      NOT NULL,
    number      INTEGER      NOT NULL,
    units       VARCHAR      NOT NULL,
    due         TIMESTAMP WITH TIME ZONE NOT NULL,
    taken       TIMESTAMP WITH TIME ZONE
);
CREATE INDEX smpp_part_by_text ON smpp_part (backend, source, reference);
CREATE INDEX smpp_part_by_assembly ON smpp_part (assembly);
CREATE INDEX smpp_part_by_due ON smpp_part (backend, due);
