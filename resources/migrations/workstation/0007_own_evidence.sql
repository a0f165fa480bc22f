CREATE TABLE `own_evidence` (
	`evidence_id` text PRIMARY KEY NOT NULL,
	`claim_id` text NOT NULL,
	`criterion` text NOT NULL,
	`item` text NOT NULL,
	`sha256` text NOT NULL,
	`inside` text NOT NULL,
	`page` integer NOT NULL,
	`quads` text NOT NULL,
	`text` text,
	`note` text NOT NULL,
	`by_user_id` text NOT NULL,
	`by_name` text NOT NULL,
	`at` integer NOT NULL,
	CONSTRAINT "own_evidence_criterion" CHECK("criterion" in ('usablePoe', 'customerAcknowledgment', 'dates', 'products', 'serviceDescription'))
);
--> statement-breakpoint
CREATE INDEX `own_evidence_by_claim` ON `own_evidence` (`claim_id`);