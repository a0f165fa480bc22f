CREATE TABLE `cases_let_go` (
	`case_id` text PRIMARY KEY NOT NULL,
	`revision` integer NOT NULL,
	`is_whole` integer NOT NULL,
	`let_go_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `claims_let_go` (
	`claim_id` text PRIMARY KEY NOT NULL,
	`revision` integer NOT NULL,
	`assigned_user_id` text,
	`assigned_until` integer,
	`closed_at` integer NOT NULL,
	`let_go_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `document_keys` (
	`sha256` text PRIMARY KEY NOT NULL,
	`key` blob NOT NULL,
	`made_at` integer NOT NULL
);
