CREATE TABLE "coaching_notes" (
	"tenant_id" uuid NOT NULL,
	"claim_id" text NOT NULL,
	"note_id" uuid NOT NULL,
	"decision_id" uuid NOT NULL,
	"from_user_id" text NOT NULL,
	"from_name" text NOT NULL,
	"to_user_id" text NOT NULL,
	"to_name" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"criteria" text[] NOT NULL,
	"missed" text NOT NULL,
	"strength" text NOT NULL,
	"quality" integer NOT NULL,
	CONSTRAINT "coaching_notes_tenant_id_claim_id_note_id_pk" PRIMARY KEY("tenant_id","claim_id","note_id"),
	CONSTRAINT "coaching_notes_quality" CHECK ("coaching_notes"."quality" between 1 and 5)
);
--> statement-breakpoint
CREATE TABLE "second_reviews" (
	"tenant_id" uuid NOT NULL,
	"claim_id" text NOT NULL,
	"decision_id" uuid NOT NULL,
	"sample_id" uuid NOT NULL,
	"by_user_id" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"outcome" text NOT NULL,
	"verdicts" jsonb NOT NULL,
	CONSTRAINT "second_reviews_tenant_id_claim_id_decision_id_sample_id_pk" PRIMARY KEY("tenant_id","claim_id","decision_id","sample_id"),
	CONSTRAINT "second_reviews_outcome" CHECK ("second_reviews"."outcome" in ('approve', 'request_info', 'reject'))
);
--> statement-breakpoint
CREATE TABLE "check_standings" (
	"tenant_id" uuid NOT NULL,
	"policy_id" text NOT NULL,
	"policy_version" integer NOT NULL,
	"criterion" text NOT NULL,
	"hits" integer NOT NULL,
	"out_of" integer NOT NULL,
	"low" double precision NOT NULL,
	"high" double precision NOT NULL,
	"advisory_since" timestamp (3) with time zone,
	CONSTRAINT "check_standings_tenant_id_policy_id_policy_version_criterion_pk" PRIMARY KEY("tenant_id","policy_id","policy_version","criterion"),
	CONSTRAINT "check_standings_criterion" CHECK ("check_standings"."criterion" in ('usablePoe', 'customerAcknowledgment', 'dates', 'products', 'serviceDescription'))
);
--> statement-breakpoint
CREATE TABLE "quality_samples" (
	"tenant_id" uuid NOT NULL,
	"sample_id" uuid NOT NULL,
	"seed" integer NOT NULL,
	"per_cell" integer NOT NULL,
	"most" integer NOT NULL,
	"from_at" timestamp (3) with time zone NOT NULL,
	"to_at" timestamp (3) with time zone NOT NULL,
	"drawn_by" text NOT NULL,
	"drawn_by_name" text NOT NULL,
	"drawn_at" timestamp (3) with time zone NOT NULL,
	"cells" jsonb NOT NULL,
	CONSTRAINT "quality_samples_tenant_id_sample_id_pk" PRIMARY KEY("tenant_id","sample_id")
);
--> statement-breakpoint
CREATE TABLE "sampled_decisions" (
	"tenant_id" uuid NOT NULL,
	"sample_id" uuid NOT NULL,
	"decision_id" uuid NOT NULL,
	"ordinal" integer NOT NULL,
	"customer_tenant_id" uuid NOT NULL,
	"claim_id" text NOT NULL,
	"reviewer_id" text,
	"reviewer_name" text,
	"reviewed_at" timestamp (3) with time zone,
	CONSTRAINT "sampled_decisions_tenant_id_sample_id_decision_id_pk" PRIMARY KEY("tenant_id","sample_id","decision_id"),
	CONSTRAINT "sampled_decisions_reviewer_named" CHECK (("sampled_decisions"."reviewer_id" is null) = ("sampled_decisions"."reviewer_name" is null))
);
--> statement-breakpoint
ALTER TABLE "operations" DROP CONSTRAINT "operations_kind";--> statement-breakpoint
ALTER TABLE "coaching_notes" ADD CONSTRAINT "coaching_notes_claim" FOREIGN KEY ("tenant_id","claim_id") REFERENCES "public"."claims"("tenant_id","claim_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "second_reviews" ADD CONSTRAINT "second_reviews_claim" FOREIGN KEY ("tenant_id","claim_id") REFERENCES "public"."claims"("tenant_id","claim_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sampled_decisions" ADD CONSTRAINT "sampled_decisions_sample" FOREIGN KEY ("tenant_id","sample_id") REFERENCES "public"."quality_samples"("tenant_id","sample_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "coaching_notes_to" ON "coaching_notes" USING btree ("to_user_id","at");--> statement-breakpoint
CREATE INDEX "sampled_decisions_reviewer" ON "sampled_decisions" USING btree ("tenant_id","reviewer_id");--> statement-breakpoint
CREATE INDEX "operations_decided" ON "operations" USING btree ("received_at") WHERE kind in ('approve', 'request_info', 'reject');--> statement-breakpoint
ALTER TABLE "operations" ADD CONSTRAINT "operations_kind" CHECK ("operations"."kind" in ('start_review', 'approve', 'request_info', 'reject', 'hold_for_arbitration', 'reopen', 'comment', 'take', 'release', 'hand_over', 'case_ask', 'case_tell', 'escalate', 'settle_escalation', 'nudge', 'case_decide', 'case_vote', 'second_review', 'coaching_note'));