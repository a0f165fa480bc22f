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
-- The feed brings cases from now on: it is read anew.
DELETE FROM `profile` WHERE `name` = 'feed_link';
