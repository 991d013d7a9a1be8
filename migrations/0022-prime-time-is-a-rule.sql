-- Prime time is a rule of approval like any other (subject `reservation`, a window of one weekday):
-- the one engine reads it from where all rules are.
DROP TABLE prime_time;
