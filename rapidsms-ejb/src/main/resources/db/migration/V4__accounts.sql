CREATE SEQUENCE console_user_seq INCREMENT BY 50;
CREATE TABLE console_user (
    id         BIGINT PRIMARY KEY,
    username   VARCHAR(100) NOT NULL,
    password   VARCHAR(500) NOT NULL,
    staff      BOOLEAN      NOT NULL,
    created_on TIMESTAMP WITH TIME ZONE NOT NULL,
    CONSTRAINT username_is_unique UNIQUE (username)
);
