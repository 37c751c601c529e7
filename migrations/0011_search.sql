-- The words by which things are found, folded; written in the transaction that writes the thing.
CREATE TABLE search_word (
  kind     TEXT NOT NULL,
  word     TEXT NOT NULL,
  item_id  BIGINT NOT NULL
);
CREATE UNIQUE INDEX search_word_find ON search_word (kind, word, item_id DESC);
CREATE INDEX search_word_item ON search_word (item_id, kind, word);

-- One row once the words of everything that was there before are written, too.
CREATE TABLE search_filled (
  id  INTEGER NOT NULL PRIMARY KEY,
  at  BIGINT NOT NULL
);
