CREATE TABLE `decided` (
	`operation_id` text PRIMARY KEY NOT NULL,
	`claim_id` text NOT NULL,
	`made_at` integer NOT NULL,
	`seen` blob NOT NULL
);
--> statement-breakpoint
CREATE INDEX `decided_by_claim` ON `decided` (`claim_id`,`made_at`);