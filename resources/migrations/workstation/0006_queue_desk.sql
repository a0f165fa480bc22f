CREATE TABLE `saved_views` (
	`user_id` text NOT NULL,
	`view_id` text NOT NULL,
	`name` text NOT NULL,
	`query` text NOT NULL,
	`position` integer NOT NULL,
	`saved_at` integer NOT NULL,
	PRIMARY KEY(`user_id`, `view_id`)
);
--> statement-breakpoint
CREATE TABLE `search_texts` (
	`text_key` integer PRIMARY KEY NOT NULL,
	`claim_key` integer,
	`comment_id` text,
	`comment` text,
	`sha256` text,
	`page` integer,
	`page_text` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `search_texts_of_claim` ON `search_texts` (`claim_key`,`comment_id`) WHERE claim_key is not null;--> statement-breakpoint
CREATE UNIQUE INDEX `search_texts_of_document` ON `search_texts` (`sha256`,`page`) WHERE sha256 is not null;--> statement-breakpoint
CREATE TABLE `snoozes` (
	`user_id` text NOT NULL,
	`claim_id` text NOT NULL,
	`until_at` integer NOT NULL,
	`snoozed_at` integer NOT NULL,
	`seen` text NOT NULL,
	`woken_at` integer,
	`woken_by` text,
	PRIMARY KEY(`user_id`, `claim_id`),
	CONSTRAINT "snoozes_woken_by" CHECK("woken_by" in ('new_document', 'answer'))
);
--> statement-breakpoint
CREATE INDEX `snoozes_by_claim` ON `snoozes` (`claim_id`);--> statement-breakpoint
DROP INDEX `claims_by_due`;--> statement-breakpoint
CREATE INDEX `claims_by_holder` ON `claims` (`assigned_user_id`,`assigned_until`,`assigned_name`) WHERE assigned_user_id is not null;--> statement-breakpoint
CREATE INDEX `claims_by_due` ON `claims` (`due_sort`,`claim_id`,`state`,`sub_state`,`competing_claims`,`assigned_until`,`usable_poe`,`customer_acknowledgment`,`dates`,`products`,`service_description`);
--> statement-breakpoint
-- What is here already: comments as they stand, and what was read last of each document.
INSERT OR IGNORE INTO search_texts (claim_key, comment_id, comment)
  SELECT claim_key, comment_id, text FROM comments;
--> statement-breakpoint
INSERT OR IGNORE INTO search_texts (sha256, page, page_text)
  SELECT f.sha256, json_extract(p.value, '$.number'), (
    SELECT group_concat(json_extract(w.value, '$.text'), ' ' ORDER BY w.key) FROM json_each(p.value, '$.words') AS w
  )
  FROM facts AS f, json_each(CASE WHEN json_valid(f.facts) THEN f.facts ELSE '{}' END, '$.pages') AS p
  WHERE f.read_at = (SELECT max(newest.read_at) FROM facts AS newest WHERE newest.sha256 = f.sha256);
--> statement-breakpoint
-- The index has no copy of the text: `search_texts` is where snippets are cut from.
CREATE VIRTUAL TABLE texts_search USING fts5(
  comment, page_text,
  content = 'search_texts', content_rowid = 'text_key', tokenize = "unicode61 remove_diacritics 2"
);
--> statement-breakpoint
INSERT INTO texts_search (texts_search) VALUES ('rebuild');
--> statement-breakpoint
CREATE TRIGGER search_texts_added AFTER INSERT ON search_texts BEGIN
  INSERT INTO texts_search (rowid, comment, page_text) VALUES (new.text_key, new.comment, new.page_text);
END;
--> statement-breakpoint
CREATE TRIGGER search_texts_removed AFTER DELETE ON search_texts BEGIN
  INSERT INTO texts_search (texts_search, rowid, comment, page_text)
    VALUES ('delete', old.text_key, old.comment, old.page_text);
END;
--> statement-breakpoint
-- Writing the index costs more than the row: what did not change is passed over.
CREATE TRIGGER search_texts_changed AFTER UPDATE OF comment, page_text ON search_texts
WHEN old.comment IS NOT new.comment OR old.page_text IS NOT new.page_text BEGIN
  INSERT INTO texts_search (texts_search, rowid, comment, page_text)
    VALUES ('delete', old.text_key, old.comment, old.page_text);
  INSERT INTO texts_search (rowid, comment, page_text) VALUES (new.text_key, new.comment, new.page_text);
END;
--> statement-breakpoint
CREATE TRIGGER claims_gone AFTER DELETE ON claims BEGIN
  DELETE FROM search_texts WHERE claim_key = old.claim_key;
END;
