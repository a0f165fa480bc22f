CREATE TABLE "capacities" (
	"tenant_id" uuid NOT NULL,
	"user_id" text NOT NULL,
	"revision" integer NOT NULL,
	"room" jsonb NOT NULL,
	CONSTRAINT "capacities_tenant_id_user_id_pk" PRIMARY KEY("tenant_id","user_id"),
	CONSTRAINT "capacities_revision" CHECK ("capacities"."revision" >= 1)
);
--> statement-breakpoint
CREATE TABLE "capacity_changes" (
	"tenant_id" uuid NOT NULL,
	"user_id" text NOT NULL,
	"revision" integer NOT NULL,
	"by_user_id" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"before" jsonb,
	"after" jsonb NOT NULL,
	CONSTRAINT "capacity_changes_tenant_id_user_id_revision_pk" PRIMARY KEY("tenant_id","user_id","revision")
);
--> statement-breakpoint
CREATE TABLE "workstations" (
	"tenant_id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"user_id" text NOT NULL,
	"version" text NOT NULL,
	"host" text NOT NULL,
	"seen_at" timestamp (3) with time zone NOT NULL,
	"unsent" integer NOT NULL,
	"oldest_at" timestamp (3) with time zone,
	"decided_claims" text[] NOT NULL,
	CONSTRAINT "workstations_tenant_id_client_id_pk" PRIMARY KEY("tenant_id","client_id"),
	CONSTRAINT "workstations_unsent" CHECK ("workstations"."unsent" >= 0)
);
--> statement-breakpoint
ALTER TABLE "claim_history" DROP CONSTRAINT "claim_history_kind";--> statement-breakpoint
ALTER TABLE "operations" DROP CONSTRAINT "operations_kind";--> statement-breakpoint
CREATE INDEX "workstations_seen" ON "workstations" USING btree ("tenant_id","seen_at");--> statement-breakpoint
ALTER TABLE "claim_history" ADD CONSTRAINT "claim_history_kind" CHECK ("claim_history"."kind" in ('created', 'submitted', 'edited', 'resubmitted', 'review_started', 'information_requested', 'rejection_proposed', 'rejection_asked', 'approved', 'rejected', 'reopened', 'disputed', 'dispute_window_closed', 'commented', 'document_added', 'customer_notified', 'customer_accepted', 'customer_declined', 'consent_closed', 'sent_for_incentive_assessment', 'held_for_arbitration', 'arbitration_ended', 'party_asked', 'party_told', 'disassociated', 'cancelled', 'taken', 'released', 'handed_over', 'lease_ended', 'clocks_moved', 'escalated', 'escalation_settled', 'nudged'));--> statement-breakpoint
ALTER TABLE "operations" ADD CONSTRAINT "operations_kind" CHECK ("operations"."kind" in ('start_review', 'approve', 'request_info', 'reject', 'hold_for_arbitration', 'reopen', 'comment', 'take', 'release', 'hand_over', 'case_ask', 'case_tell', 'escalate', 'settle_escalation', 'nudge', 'case_decide', 'case_vote'));