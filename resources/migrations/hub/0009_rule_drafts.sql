CREATE TABLE "rule_acts" (
	"tenant_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"rule_id" text NOT NULL,
	"ordinal" integer NOT NULL,
	"act" text NOT NULL,
	"version" integer NOT NULL,
	"by_user_id" text NOT NULL,
	"by_name" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"because" text NOT NULL,
	"content" jsonb NOT NULL,
	"written_by_id" text,
	"written_by_name" text,
	"from_day" date,
	"restores" integer,
	CONSTRAINT "rule_acts_tenant_id_kind_rule_id_ordinal_pk" PRIMARY KEY("tenant_id","kind","rule_id","ordinal"),
	CONSTRAINT "rule_acts_kind" CHECK ("rule_acts"."kind" in ('calendar', 'profile')),
	CONSTRAINT "rule_acts_act" CHECK ("rule_acts"."act" in ('begun', 'changed', 'discarded', 'proposed', 'published'))
);
--> statement-breakpoint
CREATE TABLE "rule_drafts" (
	"tenant_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"rule_id" text NOT NULL,
	"content" jsonb NOT NULL,
	"based_on" integer NOT NULL,
	"revision" integer NOT NULL,
	"state" text NOT NULL,
	"because" text NOT NULL,
	"from_day" date,
	"restores" integer,
	"written_by_id" text NOT NULL,
	"written_by_name" text NOT NULL,
	"written_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "rule_drafts_tenant_id_kind_rule_id_pk" PRIMARY KEY("tenant_id","kind","rule_id"),
	CONSTRAINT "rule_drafts_kind" CHECK ("rule_drafts"."kind" in ('calendar', 'profile')),
	CONSTRAINT "rule_drafts_state" CHECK ("rule_drafts"."state" in ('open', 'proposed'))
);
--> statement-breakpoint
ALTER TABLE "claim_history" DROP CONSTRAINT "claim_history_kind";--> statement-breakpoint
ALTER TABLE "claim_history" ADD CONSTRAINT "claim_history_kind" CHECK ("claim_history"."kind" in ('created', 'submitted', 'edited', 'resubmitted', 'review_started', 'information_requested', 'rejection_proposed', 'rejection_asked', 'approved', 'rejected', 'reopened', 'disputed', 'dispute_window_closed', 'commented', 'document_added', 'customer_notified', 'customer_accepted', 'customer_declined', 'consent_closed', 'sent_for_incentive_assessment', 'held_for_arbitration', 'arbitration_ended', 'party_asked', 'party_told', 'disassociated', 'cancelled', 'taken', 'released', 'handed_over', 'lease_ended', 'clocks_moved'));