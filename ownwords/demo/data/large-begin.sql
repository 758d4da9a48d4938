-- Temporary tables and functions; they are gone when the connection closes.
CREATE FUNCTION pg_temp.made_id(ms bigint, key text) RETURNS uuid LANGUAGE sql IMMUTABLE AS
$$ SELECT (lpad(to_hex(ms), 12, '0') || '7' || overlay(substr(md5(key), 1, 19) placing '8' from 4 for 1))::uuid $$;
CREATE FUNCTION pg_temp.dice(key text, sides int) RETURNS int LANGUAGE sql IMMUTABLE AS
$$ SELECT mod(hashtextextended(key, 0) & 2147483647, sides)::int $$;
CREATE TEMP TABLE made_person (
  n int PRIMARY KEY, id uuid, team uuid, worker uuid, account uuid, writer uuid, since date);
CREATE TEMP TABLE made_words (kind text, n int, words text, of int, PRIMARY KEY (kind, n));
CREATE TEMP TABLE made_slot (k int PRIMARY KEY, kind text);
CREATE TEMP TABLE made_entry (
  id uuid, n int, k int, kind text, words text, person uuid, worker uuid, account uuid, writer uuid, at timestamptz);
INSERT INTO made_slot VALUES
  (1, 'meaning'), (2, 'matters'), (3, 'matters'), (4, 'people'), (5, 'story'), (6, 'helped'), (7, 'worse'),
  (8, 'preference'), (9, 'crisis'), (10, 'strength'), (11, 'strength'), (12, 'conversation'),
  (13, 'goal'), (14, 'goal'), (15, 'goal'), (16, 'goal'), (17, 'goal');
