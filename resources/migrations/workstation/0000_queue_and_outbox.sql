CREATE TABLE `audit` (
	`entry` integer PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`actor` text NOT NULL,
	`act` text NOT NULL,
	`claim_id` text,
	`facts` text NOT NULL,
	`previous_hash` text NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `claims` (
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
	CONSTRAINT "claims_program" CHECK("program" in ('OSA_SELL', 'OSU_M365', 'OSU_BIZAPPS', 'REVENUE_ASSOCIATION')),
	CONSTRAINT "claims_state" CHECK("state" in ('editing', 'submitted', 'under_review', 'partner_action_required', 'approved', 'rejected')),
	CONSTRAINT "claims_sub_state" CHECK("sub_state" in ('queued', 'assigned', 'in_review', 'awaiting_arbitration', 'resubmitted', 'dispute_review', 'open', 'commented_not_resubmitted', 'overdue', 'consent_open', 'consent_closed', 'sent_for_incentive_assessment', 'disputable', 'dispute_window_closed', 'final'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `claims_claimId_unique` ON `claims` (`claim_id`);--> statement-breakpoint
CREATE INDEX `claims_by_due` ON `claims` (`due_sort`,`claim_id`);--> statement-breakpoint
CREATE INDEX `claims_by_state_due` ON `claims` (`state`,`due_sort`,`claim_id`);--> statement-breakpoint
CREATE INDEX `claims_to_check` ON `claims` (`due_sort`) WHERE documents_missing = 0 and state <> 'editing' and (report_key is null or report_key <> check_key);--> statement-breakpoint
CREATE INDEX `claims_to_fetch` ON `claims` (`due_sort`,`documents_missing`) WHERE documents_missing > 0;--> statement-breakpoint
CREATE TABLE `comments` (
	`claim_key` integer NOT NULL,
	`position` integer NOT NULL,
	`comment_id` text NOT NULL,
	`side` text NOT NULL,
	`author_name` text NOT NULL,
	`at` integer NOT NULL,
	`text` text NOT NULL,
	`visibility` text NOT NULL,
	PRIMARY KEY(`claim_key`, `position`),
	FOREIGN KEY (`claim_key`) REFERENCES `claims`(`claim_key`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "comments_visibility" CHECK("visibility" in ('partner_visible', 'internal'))
);
--> statement-breakpoint
CREATE TABLE `conflicts` (
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
	CONSTRAINT "conflicts_reason" CHECK("reason" in ('decided_elsewhere', 'withdrawn', 'document_replaced', 'reassigned', 'role_lost', 'clock_expired', 'four_eyes_self', 'claim_deleted', 'schema_too_old', 'claim_changed', 'not_allowed'))
);
--> statement-breakpoint
CREATE INDEX `conflicts_by_claim` ON `conflicts` (`claim_id`);--> statement-breakpoint
CREATE TABLE `documents` (
	`claim_key` integer NOT NULL,
	`position` integer NOT NULL,
	`document_id` text NOT NULL,
	`sha256` text NOT NULL,
	`file_name` text NOT NULL,
	`media_type` text NOT NULL,
	`size_bytes` integer NOT NULL,
	`added_at` integer NOT NULL,
	PRIMARY KEY(`claim_key`, `position`),
	FOREIGN KEY (`claim_key`) REFERENCES `claims`(`claim_key`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `documents_by_hash` ON `documents` (`sha256`);--> statement-breakpoint
CREATE TABLE `facts` (
	`sha256` text NOT NULL,
	`reader_version` text NOT NULL,
	`facts` text NOT NULL,
	`read_at` integer NOT NULL,
	PRIMARY KEY(`sha256`, `reader_version`)
);
--> statement-breakpoint
CREATE TABLE `history` (
	`claim_key` integer NOT NULL,
	`position` integer NOT NULL,
	`entry_id` text NOT NULL,
	`at` integer NOT NULL,
	`side` text NOT NULL,
	`kind` text NOT NULL,
	`actor_name` text NOT NULL,
	`from_state` text,
	`to_state` text,
	`detail` text,
	PRIMARY KEY(`claim_key`, `position`),
	FOREIGN KEY (`claim_key`) REFERENCES `claims`(`claim_key`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `items` (
	`claim_key` integer NOT NULL,
	`position` integer NOT NULL,
	`item_id` text NOT NULL,
	`product_id` text NOT NULL,
	`name` text NOT NULL,
	`subscription_id` text,
	PRIMARY KEY(`claim_key`, `position`),
	FOREIGN KEY (`claim_key`) REFERENCES `claims`(`claim_key`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `local_documents` (
	`sha256` text PRIMARY KEY NOT NULL,
	`size_bytes` integer NOT NULL,
	`fetched_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `outbox` (
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
	`attempts` integer DEFAULT 0 NOT NULL,
	`last_error` text,
	CONSTRAINT "outbox_kind" CHECK("kind" in ('start_review', 'approve', 'request_info', 'reject', 'comment'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `outbox_madeOrder_unique` ON `outbox` (`made_order`);--> statement-breakpoint
CREATE UNIQUE INDEX `outbox_sequence_unique` ON `outbox` (`sequence`);--> statement-breakpoint
CREATE INDEX `outbox_by_claim` ON `outbox` (`claim_id`);--> statement-breakpoint
CREATE TABLE `profile` (
	`name` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `quarantine` (
	`item_key` text PRIMARY KEY NOT NULL,
	`claim_id` text,
	`reason` text NOT NULL,
	`raw` text NOT NULL,
	`received_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `reports` (
	`claim_id` text PRIMARY KEY NOT NULL,
	`report_key` text NOT NULL,
	`report` text NOT NULL,
	`made_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `settled` (
	`operation_id` text PRIMARY KEY NOT NULL,
	`outcome` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `verdicts` (
	`claim_id` text NOT NULL,
	`criterion` text NOT NULL,
	`item` text NOT NULL,
	`check_key` text NOT NULL,
	`verdict` text NOT NULL,
	`act` text NOT NULL,
	`reason` text,
	`by_user_id` text NOT NULL,
	`by_name` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`claim_id`, `criterion`, `item`),
	CONSTRAINT "verdicts_verdict" CHECK("verdict" in ('met', 'not_met', 'cannot_tell', 'not_applicable'))
);
