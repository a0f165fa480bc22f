CREATE TABLE `drafts` (
	`claim_id` text NOT NULL,
	`user_id` text NOT NULL,
	`draft` text NOT NULL,
	`saved_at` integer NOT NULL,
	PRIMARY KEY(`claim_id`, `user_id`)
);
--> statement-breakpoint
CREATE TABLE `refused_documents` (
	`sha256` text PRIMARY KEY NOT NULL,
	`reason` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_conflicts` (
	`operation_id` text PRIMARY KEY NOT NULL,
	`claim_id` text NOT NULL,
	`claim_name` text NOT NULL,
	`kind` text NOT NULL,
	`by_user_id` text NOT NULL,
	`claim_revision` integer NOT NULL,
	`content` text NOT NULL,
	`made_at` integer NOT NULL,
	`reason` text NOT NULL,
	`current_revision` integer,
	`met_at` integer NOT NULL,
	`base` text,
	`clock_offset_ms` integer,
	`settled_at` integer,
	`settled_as` text,
	`replaced_by` text,
	CONSTRAINT "conflicts_reason" CHECK("reason" in ('decided_elsewhere', 'withdrawn', 'document_replaced', 'reassigned', 'role_lost', 'clock_expired', 'four_eyes_self', 'claim_deleted', 'schema_too_old', 'claim_changed', 'not_allowed', 'conflict_of_interest'))
);
--> statement-breakpoint
INSERT INTO `__new_conflicts`("operation_id", "claim_id", "claim_name", "kind", "by_user_id", "claim_revision", "content", "made_at", "reason", "current_revision", "met_at", "base", "clock_offset_ms", "settled_at", "settled_as", "replaced_by") SELECT "operation_id", "claim_id", "claim_name", "kind", "by_user_id", "claim_revision", "content", "made_at", "reason", "current_revision", "met_at", null, null, null, null, null FROM `conflicts`;--> statement-breakpoint
DROP TABLE `conflicts`;--> statement-breakpoint
ALTER TABLE `__new_conflicts` RENAME TO `conflicts`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `conflicts_by_claim` ON `conflicts` (`claim_id`);--> statement-breakpoint
CREATE TABLE `__new_outbox` (
	`operation_id` text PRIMARY KEY NOT NULL,
	`made_order` integer NOT NULL,
	`sequence` integer,
	`claim_id` text NOT NULL,
	`claim_name` text NOT NULL,
	`kind` text NOT NULL,
	`by_user_id` text NOT NULL,
	`claim_revision` integer NOT NULL,
	`content` text NOT NULL,
	`made_at` integer NOT NULL,
	`hold_until` integer,
	`started_review` text,
	`base` text,
	`clock_offset_ms` integer,
	`attempts` integer DEFAULT 0 NOT NULL,
	`last_error` text,
	CONSTRAINT "outbox_kind" CHECK("kind" in ('start_review', 'approve', 'request_info', 'reject', 'hold_for_arbitration', 'reopen', 'comment', 'take', 'release', 'hand_over'))
);
--> statement-breakpoint
INSERT INTO `__new_outbox`("operation_id", "made_order", "sequence", "claim_id", "claim_name", "kind", "by_user_id", "claim_revision", "content", "made_at", "hold_until", "started_review", "base", "clock_offset_ms", "attempts", "last_error") SELECT "operation_id", "made_order", "sequence", "claim_id", "claim_name", "kind", "by_user_id", "claim_revision", "content", "made_at", "hold_until", "started_review", null, null, "attempts", "last_error" FROM `outbox`;--> statement-breakpoint
DROP TABLE `outbox`;--> statement-breakpoint
ALTER TABLE `__new_outbox` RENAME TO `outbox`;--> statement-breakpoint
CREATE UNIQUE INDEX `outbox_madeOrder_unique` ON `outbox` (`made_order`);--> statement-breakpoint
CREATE UNIQUE INDEX `outbox_sequence_unique` ON `outbox` (`sequence`);--> statement-breakpoint
CREATE INDEX `outbox_by_claim` ON `outbox` (`claim_id`);--> statement-breakpoint
CREATE TABLE `__new_claims` (
	`claim_key` integer PRIMARY KEY NOT NULL,
	`claim_id` text NOT NULL,
	`claim_name` text NOT NULL,
	`program` text NOT NULL,
	`solution_area` text NOT NULL,
	`activities` text NOT NULL,
	`mpn_id` text NOT NULL,
	`partner_name` text NOT NULL,
	`partner_domains` text NOT NULL,
	`partner_language` text NOT NULL,
	`purchase_channel` text,
	`tenant_id` text NOT NULL,
	`customer_name` text NOT NULL,
	`customer_domains` text NOT NULL,
	`customer_country` text,
	`customer_is_public_sector` integer NOT NULL,
	`parties` text NOT NULL,
	`submitted_at` integer NOT NULL,
	`state` text NOT NULL,
	`sub_state` text,
	`state_changed_at` integer NOT NULL,
	`revision` integer NOT NULL,
	`policy_id` text NOT NULL,
	`policy_version` integer NOT NULL,
	`assigned_user_id` text,
	`assigned_name` text,
	`assigned_until` integer,
	`competing_claims` integer NOT NULL,
	`clocks` text NOT NULL,
	`item_names` text NOT NULL,
	`due_sort` integer NOT NULL,
	`check_key` text NOT NULL,
	`report_key` text,
	`documents_missing` integer NOT NULL,
	`usable_poe` text,
	`customer_acknowledgment` text,
	`dates` text,
	`products` text,
	`service_description` text,
	`matters` text NOT NULL,
	`lookups` text NOT NULL,
	`created_by` text,
	`is_migrated` integer NOT NULL,
	`replaces` text,
	`unknown_words` text,
	`calendar_id` text,
	`calendar_version` integer,
	`later_flow` text,
	CONSTRAINT "claims_lease" CHECK("assigned_until" is null or "assigned_user_id" is not null),
	CONSTRAINT "claims_program" CHECK("program" in ('OSA_SELL', 'OSU_M365', 'OSU_BIZAPPS', 'REVENUE_ASSOCIATION', 'UNKNOWN')),
	CONSTRAINT "claims_state" CHECK("state" in ('editing', 'submitted', 'under_review', 'partner_action_required', 'approved', 'rejected', 'unknown')),
	CONSTRAINT "claims_sub_state" CHECK("sub_state" in ('queued', 'assigned', 'in_review', 'awaiting_arbitration', 'resubmitted', 'dispute_review', 'open', 'commented_not_resubmitted', 'overdue', 'consent_open', 'consent_closed', 'sent_for_incentive_assessment', 'disputable', 'dispute_window_closed', 'final'))
);
--> statement-breakpoint
INSERT INTO `__new_claims`("claim_key", "claim_id", "claim_name", "program", "solution_area", "activities", "mpn_id", "partner_name", "partner_domains", "partner_language", "purchase_channel", "tenant_id", "customer_name", "customer_domains", "customer_country", "customer_is_public_sector", "parties", "submitted_at", "state", "sub_state", "state_changed_at", "revision", "policy_id", "policy_version", "assigned_user_id", "assigned_name", "assigned_until", "competing_claims", "clocks", "item_names", "due_sort", "check_key", "report_key", "documents_missing", "usable_poe", "customer_acknowledgment", "dates", "products", "service_description", "matters", "lookups", "created_by", "is_migrated", "replaces", "unknown_words", "calendar_id", "calendar_version", "later_flow") SELECT "claim_key", "claim_id", "claim_name", "program", "solution_area", "activities", "mpn_id", "partner_name", "partner_domains", "partner_language", "purchase_channel", "tenant_id", "customer_name", "customer_domains", "customer_country", "customer_is_public_sector", "parties", "submitted_at", "state", "sub_state", "state_changed_at", "revision", "policy_id", "policy_version", "assigned_user_id", "assigned_name", null, "competing_claims", "clocks", "item_names", "due_sort", "check_key", "report_key", "documents_missing", "usable_poe", "customer_acknowledgment", "dates", "products", "service_description", "matters", "lookups", "created_by", "is_migrated", "replaces", "unknown_words", "calendar_id", "calendar_version", "later_flow" FROM `claims`;--> statement-breakpoint
DROP TABLE `claims`;--> statement-breakpoint
ALTER TABLE `__new_claims` RENAME TO `claims`;--> statement-breakpoint
CREATE UNIQUE INDEX `claims_claimId_unique` ON `claims` (`claim_id`);--> statement-breakpoint
CREATE INDEX `claims_by_due` ON `claims` (`due_sort`,`claim_id`);--> statement-breakpoint
CREATE INDEX `claims_by_customer` ON `claims` (`tenant_id`);--> statement-breakpoint
CREATE INDEX `claims_by_state_due` ON `claims` (`state`,`due_sort`,`claim_id`);--> statement-breakpoint
CREATE INDEX `claims_to_check` ON `claims` (`due_sort`) WHERE documents_missing = 0 and state <> 'editing' and (report_key is null or report_key <> check_key);--> statement-breakpoint
CREATE INDEX `claims_to_fetch` ON `claims` (`due_sort`,`documents_missing`) WHERE documents_missing > 0;--> statement-breakpoint
ALTER TABLE `facts` ADD `sent_at` integer;--> statement-breakpoint
CREATE INDEX `facts_to_send` ON `facts` (`read_at`) WHERE sent_at is null;--> statement-breakpoint
DELETE FROM `profile` WHERE `name` = 'feed_link';--> statement-breakpoint
INSERT INTO `profile` (`name`, `value`) SELECT 'last_sequence', CAST(`value` AS integer) - 1 FROM `profile` WHERE `name` = 'next_sequence';--> statement-breakpoint
DELETE FROM `profile` WHERE `name` = 'next_sequence';
