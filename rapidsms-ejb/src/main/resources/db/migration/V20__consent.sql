-- The owner of a phone has told a gateway to stop us. How many there are is bounded by people, not by messages.
ALTER TABLE connection ADD COLUMN opted_out TIMESTAMP WITH TIME ZONE;
