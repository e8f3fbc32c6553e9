-- For H2 and PostgreSQL alike. VARCHAR without a length is unbounded in both.

CREATE SEQUENCE contact_seq INCREMENT BY 50;
CREATE TABLE contact (
    id          BIGINT PRIMARY KEY,
    name        VARCHAR(100) NOT NULL,
    language    VARCHAR(35)  NOT NULL,
    created_on  TIMESTAMP WITH TIME ZONE NOT NULL,
    modified_on TIMESTAMP WITH TIME ZONE NOT NULL
);

CREATE SEQUENCE connection_seq INCREMENT BY 50;
CREATE TABLE connection (
    id          BIGINT PRIMARY KEY,
    backend     VARCHAR(50)  NOT NULL,
    identity    VARCHAR(100) NOT NULL,
    contact_id  BIGINT REFERENCES contact ON DELETE SET NULL,
    created_on  TIMESTAMP WITH TIME ZONE NOT NULL,
    modified_on TIMESTAMP WITH TIME ZONE NOT NULL,
    CONSTRAINT connection_is_unique UNIQUE (backend, identity)
);
CREATE INDEX connection_by_contact ON connection (contact_id);

CREATE SEQUENCE message_seq INCREMENT BY 50;
CREATE TABLE message (
    id                BIGINT PRIMARY KEY,
    message_id        VARCHAR(64) NOT NULL,
    direction         VARCHAR(1)  NOT NULL CHECK (direction IN ('I', 'O')),
    status            VARCHAR(1)  NOT NULL CHECK (status IN ('Q', 'R', 'P', 'S', 'D', 'E')),
    backend           VARCHAR(50),
    external_id       VARCHAR(255),
    text              VARCHAR     NOT NULL,
    fields            VARCHAR,
    in_response_to_id BIGINT REFERENCES message ON DELETE SET NULL,
    handled_by        VARCHAR(100),
    problem           VARCHAR,
    date              TIMESTAMP WITH TIME ZONE NOT NULL,
    updated           TIMESTAMP WITH TIME ZONE,
    sent              TIMESTAMP WITH TIME ZONE,
    delivered         TIMESTAMP WITH TIME ZONE,
    CONSTRAINT message_id_is_unique UNIQUE (message_id),
    -- A gateway's id comes once: this is what makes a repeated webhook harmless.
    CONSTRAINT message_is_received_once UNIQUE (backend, external_id),
    CONSTRAINT message_comes_by_a_backend CHECK (direction = 'O' OR backend IS NOT NULL)
);
CREATE INDEX message_by_status ON message (direction, status, id);
CREATE INDEX message_by_date ON message (date, direction);
CREATE INDEX message_by_answered ON message (in_response_to_id);

CREATE SEQUENCE transmission_seq INCREMENT BY 50;
CREATE TABLE transmission (
    id            BIGINT PRIMARY KEY,
    message_id    BIGINT NOT NULL REFERENCES message ON DELETE CASCADE,
    connection_id BIGINT NOT NULL REFERENCES connection,
    status        VARCHAR(1) NOT NULL CHECK (status IN ('Q', 'R', 'P', 'S', 'D', 'E')),
    external_id   VARCHAR(255),
    problem       VARCHAR,
    date          TIMESTAMP WITH TIME ZONE NOT NULL,
    updated       TIMESTAMP WITH TIME ZONE,
    sent          TIMESTAMP WITH TIME ZONE,
    delivered     TIMESTAMP WITH TIME ZONE,
    CONSTRAINT transmission_is_unique UNIQUE (message_id, connection_id)
);
CREATE INDEX transmission_by_status ON transmission (status, id);
CREATE INDEX transmission_by_date ON transmission (date, status);
CREATE INDEX transmission_by_connection ON transmission (connection_id, id);
