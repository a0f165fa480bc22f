CREATE TABLE `checked_documents` (
	`claim_id` text NOT NULL,
	`file_name` text NOT NULL,
	`sha256` text NOT NULL,
	`checked_at` integer NOT NULL,
	PRIMARY KEY(`claim_id`, `file_name`, `sha256`)
);
--> statement-breakpoint
CREATE TABLE `evidence_prints` (
	`sha256` text NOT NULL,
	`kind` text NOT NULL,
	`page` integer NOT NULL,
	`band` text NOT NULL,
	`value` text NOT NULL,
	PRIMARY KEY(`sha256`, `kind`, `page`, `band`, `value`)
);
--> statement-breakpoint
CREATE INDEX `evidence_prints_by_band` ON `evidence_prints` (`kind`,`band`);--> statement-breakpoint
CREATE TABLE `sightings` (
	`claim_id` text NOT NULL,
	`sha256` text NOT NULL,
	`asked_at` integer NOT NULL,
	`claims` text NOT NULL,
	PRIMARY KEY(`claim_id`, `sha256`)
);
--> statement-breakpoint
ALTER TABLE `reports` ADD `changes` text;