CREATE TABLE `case_parties` (
	`case_id` text NOT NULL,
	`claim_id` text NOT NULL,
	`role` text NOT NULL,
	`has_left` integer NOT NULL,
	PRIMARY KEY(`case_id`, `claim_id`),
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`case_id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "case_parties_role" CHECK("role" in ('challenger', 'incumbent', 'former'))
);
--> statement-breakpoint
CREATE INDEX `case_parties_by_claim` ON `case_parties` (`claim_id`,`case_id`);--> statement-breakpoint
CREATE TABLE `cases` (
	`case_id` text PRIMARY KEY NOT NULL,
	`tenant_id` text NOT NULL,
	`state` text NOT NULL,
	`revision` integer NOT NULL,
	`is_whole` integer NOT NULL,
	`lead_user_id` text,
	`due_sort` integer NOT NULL,
	`record` text NOT NULL,
	CONSTRAINT "cases_state" CHECK("state" in ('open', 'outreach', 'ready', 'decided', 'dissolved'))
);
--> statement-breakpoint
CREATE INDEX `cases_by_due` ON `cases` (`due_sort`,`case_id`,`state`,`lead_user_id`);--> statement-breakpoint
CREATE INDEX `cases_by_customer` ON `cases` (`tenant_id`);--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_conflicts` (
	`operation_id` text PRIMARY KEY NOT NULL,
	`claim_id` text NOT NULL,
	`kind` text NOT NULL,
	`by_user_id` text NOT NULL,
	`claim_revision` integer NOT NULL,
	`content` text NOT NULL,
	`made_at` integer NOT NULL,
	`claim_name` text NOT NULL,
	`reason` text NOT NULL,
	`current_revision` integer,
	`met_at` integer NOT NULL,
	`base` text,
	`clock_offset_ms` integer,
	`settled_at` integer,
	`settled_as` text,
	`replaced_by` text,
	CONSTRAINT "conflicts_reason" CHECK("reason" in ('decided_elsewhere', 'withdrawn', 'document_replaced', 'reassigned', 'role_lost', 'clock_expired', 'four_eyes_self', 'claim_deleted', 'schema_too_old', 'claim_changed', 'not_allowed', 'conflict_of_interest', 'case_moved_on'))
);
--> statement-breakpoint
INSERT INTO `__new_conflicts`("operation_id", "claim_id", "kind", "by_user_id", "claim_revision", "content", "made_at", "claim_name", "reason", "current_revision", "met_at", "base", "clock_offset_ms", "settled_at", "settled_as", "replaced_by") SELECT "operation_id", "claim_id", "kind", "by_user_id", "claim_revision", "content", "made_at", "claim_name", "reason", "current_revision", "met_at", "base", "clock_offset_ms", "settled_at", "settled_as", "replaced_by" FROM `conflicts`;--> statement-breakpoint
DROP TABLE `conflicts`;--> statement-breakpoint
ALTER TABLE `__new_conflicts` RENAME TO `conflicts`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `conflicts_by_claim` ON `conflicts` (`claim_id`);--> statement-breakpoint
CREATE TABLE `__new_outbox` (
	`operation_id` text PRIMARY KEY NOT NULL,
	`claim_id` text NOT NULL,
	`kind` text NOT NULL,
	`by_user_id` text NOT NULL,
	`claim_revision` integer NOT NULL,
	`content` text NOT NULL,
	`made_at` integer NOT NULL,
	`made_order` integer NOT NULL,
	`sequence` integer,
	`claim_name` text NOT NULL,
	`hold_until` integer,
	`started_review` text,
	`base` text,
	`clock_offset_ms` integer,
	`attempts` integer DEFAULT 0 NOT NULL,
	`last_error` text,
	CONSTRAINT "outbox_kind" CHECK("kind" in ('start_review', 'approve', 'request_info', 'reject', 'hold_for_arbitration', 'reopen', 'comment', 'take', 'release', 'hand_over', 'case_ask', 'case_tell'))
);
--> statement-breakpoint
INSERT INTO `__new_outbox`("operation_id", "claim_id", "kind", "by_user_id", "claim_revision", "content", "made_at", "made_order", "sequence", "claim_name", "hold_until", "started_review", "base", "clock_offset_ms", "attempts", "last_error") SELECT "operation_id", "claim_id", "kind", "by_user_id", "claim_revision", "content", "made_at", "made_order", "sequence", "claim_name", "hold_until", "started_review", "base", "clock_offset_ms", "attempts", "last_error" FROM `outbox`;--> statement-breakpoint
DROP TABLE `outbox`;--> statement-breakpoint
ALTER TABLE `__new_outbox` RENAME TO `outbox`;--> statement-breakpoint
CREATE UNIQUE INDEX `outbox_madeOrder_unique` ON `outbox` (`made_order`);--> statement-breakpoint
CREATE UNIQUE INDEX `outbox_sequence_unique` ON `outbox` (`sequence`);--> statement-breakpoint
CREATE INDEX `outbox_by_claim` ON `outbox` (`claim_id`);--> statement-breakpoint
-- The feed brings cases from now on: it is read anew.
DELETE FROM `profile` WHERE `name` = 'feed_link';
