CREATE TABLE `detail_words` (
	`claim_id` text NOT NULL,
	`detail` text NOT NULL,
	`check_key` text NOT NULL,
	`verdict` text NOT NULL,
	`note` text NOT NULL,
	`by_user_id` text NOT NULL,
	`by_name` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`claim_id`, `detail`),
	CONSTRAINT "detail_words_detail" CHECK("detail" in ('psd', 'matrix', 'contacts', 'subscription', 'domain_tenant')),
	CONSTRAINT "detail_words_verdict" CHECK("verdict" in ('met', 'not_met'))
);
--> statement-breakpoint
CREATE TABLE `read_days` (
	`claim_id` text NOT NULL,
	`fact` text NOT NULL,
	`item` text NOT NULL,
	`check_key` text NOT NULL,
	`first_day` text,
	`last_day` text,
	`evidence_id` text,
	`by_user_id` text NOT NULL,
	`by_name` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`claim_id`, `fact`, `item`),
	CONSTRAINT "read_days_fact" CHECK("fact" in ('acknowledged', 'statement', 'engagement'))
);
