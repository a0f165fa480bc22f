CREATE TABLE `claim_clocks` (
	`claim_key` integer NOT NULL,
	`position` integer NOT NULL,
	`timer` text NOT NULL,
	`started_at` integer NOT NULL,
	`due_at` integer,
	`half_at` integer,
	`three_quarters_at` integer,
	`nine_tenths_at` integer,
	`paused_share` real,
	PRIMARY KEY(`claim_key`, `position`),
	FOREIGN KEY (`claim_key`) REFERENCES `claims`(`claim_key`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `claim_clocks_by_due` ON `claim_clocks` (`timer`,`due_at`,`claim_key`,`position`);--> statement-breakpoint
CREATE INDEX `claim_clocks_by_share` ON `claim_clocks` (`timer`,`half_at`,`three_quarters_at`,`nine_tenths_at`,`due_at`,`claim_key`,`position`);--> statement-breakpoint
CREATE TABLE `clock_ends` (
	`claim_key` integer NOT NULL,
	`timer` text NOT NULL,
	`started_at` integer NOT NULL,
	`due_at` integer,
	`ended_at` integer,
	`calendar_id` text NOT NULL,
	`calendar_version` integer NOT NULL,
	PRIMARY KEY(`claim_key`, `timer`, `started_at`),
	FOREIGN KEY (`claim_key`) REFERENCES `claims`(`claim_key`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "clock_ends_timer" CHECK("timer" in ('pickup', 'review', 'decision_target', 'partner_response', 'consent', 'dispute_window', 'dispute_review', 'arbitration_first_review', 'arbitration'))
);
--> statement-breakpoint
CREATE INDEX `clock_ends_by_due` ON `clock_ends` (`timer`,`due_at`,`ended_at`,`claim_key`,`started_at`);--> statement-breakpoint
CREATE TABLE `late_pauses` (
	`claim_key` integer NOT NULL,
	`paused_at` integer NOT NULL,
	`answered_at` integer NOT NULL,
	`answer` text NOT NULL,
	PRIMARY KEY(`claim_key`, `paused_at`),
	FOREIGN KEY (`claim_key`) REFERENCES `claims`(`claim_key`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `late_pauses_by_time` ON `late_pauses` (`paused_at`);--> statement-breakpoint
CREATE TABLE `untold_claims` (
	`claim_key` integer PRIMARY KEY NOT NULL,
	FOREIGN KEY (`claim_key`) REFERENCES `claims`(`claim_key`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `claims_on_board` ON `claims` (`state`,`sub_state`,`submitted_at`,`assigned_user_id`,`program`,`customer_country`);--> statement-breakpoint
-- The clocks that the claims have, out of their rows: instants are ISO text there.
INSERT INTO claim_clocks (claim_key, position, timer, started_at, due_at, half_at, three_quarters_at, nine_tenths_at, paused_share)
  SELECT claims.claim_key, clock.key, clock.value ->> 'timer',
    CAST(round(unixepoch(clock.value ->> 'startedAt', 'subsec') * 1000) AS integer),
    CAST(round(unixepoch(clock.value ->> 'dueAt', 'subsec') * 1000) AS integer),
    CAST(round(unixepoch(clock.value ->> 'halfAt', 'subsec') * 1000) AS integer),
    CAST(round(unixepoch(clock.value ->> 'threeQuartersAt', 'subsec') * 1000) AS integer),
    CAST(round(unixepoch(clock.value ->> 'nineTenthsAt', 'subsec') * 1000) AS integer),
    clock.value ->> 'pausedShare'
  FROM claims, json_each(claims.clocks) AS clock;
--> statement-breakpoint
-- Nobody has told the past of any of them yet.
INSERT INTO untold_claims (claim_key) SELECT claim_key FROM claims;
