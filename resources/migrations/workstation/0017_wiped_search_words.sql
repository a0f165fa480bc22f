-- What leaves the index of texts is taken out of it at once, not marked as gone until the index is tidied up. The index of claims has
-- no contents of its own and cannot do so: there it stays until SQLite merges.
INSERT INTO texts_search (texts_search, rank) VALUES ('secure-delete', 1);
