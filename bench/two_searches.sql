-- Finding by the beginning of a word: our table of words beside FTS5, on the titles of key results, both without ranking.
--   sqlite3 build/bench/data-1x/waymark.db < bench/two_searches.sql        (reads the file; what it makes is temporary)
PRAGMA temp_store = MEMORY;
CREATE TEMP TABLE word (kind TEXT NOT NULL, word TEXT NOT NULL, item_id BIGINT NOT NULL, PRIMARY KEY (kind, word, item_id)) WITHOUT ROWID;
CREATE TEMP TABLE typed (n INTEGER PRIMARY KEY, text TEXT NOT NULL);
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000) INSERT INTO typed SELECT i, CAST(1000 + i * 17 % 9000 AS TEXT) FROM n;
CREATE VIRTUAL TABLE temp.text USING fts5(title, content='', detail='none', prefix='2 3 4');
SELECT COUNT(*), COUNT(DISTINCT title) FROM okr_key_result;
.timer on
.print build: words, then FTS5
INSERT INTO word SELECT 'key_result', column1, id FROM okr_key_result, (VALUES ('key'), ('result'), ('move'), ('the'), ('needle'))
  UNION ALL SELECT 'key_result', substr(title, 12, instr(title, ':') - 12), id FROM okr_key_result;
INSERT INTO temp.text (rowid, title) SELECT id, title FROM okr_key_result;
.print 1,000 look-ups of a word of four figures: words, then FTS5
SELECT SUM((SELECT COUNT(*) FROM word w WHERE w.kind = 'key_result' AND w.word >= t.text AND w.word < t.text || char(1114111))) FROM typed t;
SELECT COUNT(*) FROM typed t JOIN temp.text x ON x.text MATCH t.text || '*';
