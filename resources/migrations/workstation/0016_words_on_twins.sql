PRAGMA foreign_keys=OFF;--> statement-breakpoint
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
	CONSTRAINT "outbox_kind" CHECK("kind" in ('start_review', 'approve', 'request_info', 'reject', 'hold_for_arbitration', 'reopen', 'comment', 'take', 'release', 'hand_over', 'case_ask', 'case_tell', 'escalate', 'settle_escalation', 'nudge', 'case_decide', 'case_vote', 'second_review', 'coaching_note', 'dismiss_twins'))
);
--> statement-breakpoint
INSERT INTO `__new_outbox`("operation_id", "claim_id", "kind", "by_user_id", "claim_revision", "content", "made_at", "made_order", "sequence", "claim_name", "hold_until", "started_review", "base", "clock_offset_ms", "attempts", "last_error") SELECT "operation_id", "claim_id", "kind", "by_user_id", "claim_revision", "content", "made_at", "made_order", "sequence", "claim_name", "hold_until", "started_review", "base", "clock_offset_ms", "attempts", "last_error" FROM `outbox`;--> statement-breakpoint
DROP TABLE `outbox`;--> statement-breakpoint
ALTER TABLE `__new_outbox` RENAME TO `outbox`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE UNIQUE INDEX `outbox_madeOrder_unique` ON `outbox` (`made_order`);--> statement-breakpoint
CREATE UNIQUE INDEX `outbox_sequence_unique` ON `outbox` (`sequence`);--> statement-breakpoint
CREATE INDEX `outbox_by_claim` ON `outbox` (`claim_id`);