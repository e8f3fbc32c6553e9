-- Which app gave an answer, and what the apps did with a message: a line for each turn in which something happened.
ALTER TABLE message ADD COLUMN answered_by VARCHAR(100);
ALTER TABLE message ADD COLUMN trail VARCHAR;
