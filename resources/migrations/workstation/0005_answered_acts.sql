CREATE TABLE `answered` (
	`operation_id` text PRIMARY KEY NOT NULL,
	`made_order` integer NOT NULL,
	`claim_id` text NOT NULL,
	`kind` text NOT NULL,
	`by_user_id` text NOT NULL,
	`content` text NOT NULL,
	`made_at` integer NOT NULL,
	`started_review` text,
	`claim_revision` integer NOT NULL,
	`revision` integer NOT NULL,
	`answered_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `answered_by_claim` ON `answered` (`claim_id`);