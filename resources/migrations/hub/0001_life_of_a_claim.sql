CREATE TABLE "calendars" (
	"tenant_id" uuid NOT NULL,
	"calendar_id" text NOT NULL,
	"version" integer NOT NULL,
	"sha256" char(64) NOT NULL,
	"calendar" jsonb NOT NULL,
	CONSTRAINT "calendars_tenant_id_calendar_id_version_pk" PRIMARY KEY("tenant_id","calendar_id","version")
);
--> statement-breakpoint
CREATE TABLE "intake_requests" (
	"tenant_id" uuid NOT NULL,
	"claim_id" text NOT NULL,
	"request_id" uuid NOT NULL,
	"act" text NOT NULL,
	"payload_sha256" char(64) NOT NULL,
	"result" jsonb NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "intake_requests_tenant_id_claim_id_request_id_pk" PRIMARY KEY("tenant_id","claim_id","request_id"),
	CONSTRAINT "intake_requests_act" CHECK ("intake_requests"."act" in ('create', 'submit', 'edit', 'add_document', 'partner_comment', 'resubmit', 'ask_rejection', 'dispute', 'disassociate', 'cancel', 'decline', 'accept'))
);
--> statement-breakpoint
CREATE TABLE "policy_assignments" (
	"tenant_id" uuid NOT NULL,
	"from_day" date NOT NULL,
	"to_day" date,
	"policy_id" text NOT NULL,
	"version" integer NOT NULL,
	CONSTRAINT "policy_assignments_tenant_id_from_day_pk" PRIMARY KEY("tenant_id","from_day")
);
--> statement-breakpoint
CREATE TABLE "policy_profiles" (
	"tenant_id" uuid NOT NULL,
	"policy_id" text NOT NULL,
	"version" integer NOT NULL,
	"sha256" char(64) NOT NULL,
	"profile" jsonb NOT NULL,
	CONSTRAINT "policy_profiles_tenant_id_policy_id_version_pk" PRIMARY KEY("tenant_id","policy_id","version")
);
--> statement-breakpoint
ALTER TABLE "claim_history" DROP CONSTRAINT "claim_history_kind";--> statement-breakpoint
ALTER TABLE "claim_history" DROP CONSTRAINT "claim_history_from_state";--> statement-breakpoint
ALTER TABLE "claim_history" DROP CONSTRAINT "claim_history_to_state";--> statement-breakpoint
ALTER TABLE "claims" DROP CONSTRAINT "claims_program";--> statement-breakpoint
ALTER TABLE "claims" DROP CONSTRAINT "claims_solution_area";--> statement-breakpoint
ALTER TABLE "claims" DROP CONSTRAINT "claims_state";--> statement-breakpoint
ALTER TABLE "operations" DROP CONSTRAINT "operations_kind";--> statement-breakpoint
ALTER TABLE "users" DROP CONSTRAINT "users_role";--> statement-breakpoint
ALTER TABLE "claim_comments" ADD COLUMN "in_reply_to" text;--> statement-breakpoint
ALTER TABLE "claim_documents" ADD COLUMN "kind" text;--> statement-breakpoint
ALTER TABLE "claim_documents" ADD COLUMN "added_by" text;--> statement-breakpoint
ALTER TABLE "claim_history" ADD COLUMN "from_sub_state" text;--> statement-breakpoint
ALTER TABLE "claim_history" ADD COLUMN "to_sub_state" text;--> statement-breakpoint
ALTER TABLE "claim_history" ADD COLUMN "reasons" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "claim_history" ADD COLUMN "changes" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "claims" ADD COLUMN "later_flow" jsonb;--> statement-breakpoint
ALTER TABLE "claims" ADD COLUMN "created_by" jsonb;--> statement-breakpoint
ALTER TABLE "claims" ADD COLUMN "is_migrated" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "claims" ADD COLUMN "replaces" text;--> statement-breakpoint
ALTER TABLE "claims" ADD COLUMN "matters" jsonb DEFAULT '{"infoRequest":null,"infoRounds":0,"partnerRequest":null,"rejection":null,"dispute":null,"disputes":0,"consent":null,"firstReviewedAt":null,"heldSince":null}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "claims" ADD COLUMN "lookups" jsonb DEFAULT '{"subscriptions":[],"partner":null,"domains":[]}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "claims" ADD COLUMN "next_act" text;--> statement-breakpoint
ALTER TABLE "claims" ADD COLUMN "next_act_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "policy_assignments" ADD CONSTRAINT "policy_assignments_profile" FOREIGN KEY ("tenant_id","policy_id","version") REFERENCES "public"."policy_profiles"("tenant_id","policy_id","version") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "claims_next_act_due" ON "claims" USING btree ("next_act_at") WHERE next_act_at is not null;--> statement-breakpoint
ALTER TABLE "claim_history" ADD CONSTRAINT "claim_history_kind" CHECK ("claim_history"."kind" in ('created', 'submitted', 'edited', 'resubmitted', 'review_started', 'information_requested', 'rejection_proposed', 'rejection_asked', 'approved', 'rejected', 'reopened', 'disputed', 'dispute_window_closed', 'commented', 'document_added', 'customer_notified', 'customer_accepted', 'customer_declined', 'consent_closed', 'sent_for_incentive_assessment', 'held_for_arbitration', 'disassociated', 'cancelled'));--> statement-breakpoint
ALTER TABLE "claim_history" ADD CONSTRAINT "claim_history_from_state" CHECK ("claim_history"."from_state" in ('editing', 'submitted', 'under_review', 'partner_action_required', 'approved', 'rejected', 'unknown'));--> statement-breakpoint
ALTER TABLE "claim_history" ADD CONSTRAINT "claim_history_to_state" CHECK ("claim_history"."to_state" in ('editing', 'submitted', 'under_review', 'partner_action_required', 'approved', 'rejected', 'unknown'));--> statement-breakpoint
ALTER TABLE "claims" ADD CONSTRAINT "claims_next_act" CHECK (("claims"."next_act" is null) = ("claims"."next_act_at" is null));--> statement-breakpoint
ALTER TABLE "claims" ADD CONSTRAINT "claims_next_act_kind" CHECK ("claims"."next_act" in ('response_overdue', 'consent_over', 'hand_off', 'dispute_window_over'));--> statement-breakpoint
ALTER TABLE "claims" ADD CONSTRAINT "claims_program" CHECK ("claims"."program" in ('OSA_SELL', 'OSU_M365', 'OSU_BIZAPPS', 'REVENUE_ASSOCIATION', 'UNKNOWN'));--> statement-breakpoint
ALTER TABLE "claims" ADD CONSTRAINT "claims_solution_area" CHECK ("claims"."solution_area" in ('MICROSOFT_365', 'BUSINESS_APPLICATIONS', 'UNKNOWN'));--> statement-breakpoint
ALTER TABLE "claims" ADD CONSTRAINT "claims_state" CHECK ("claims"."state" in ('editing', 'submitted', 'under_review', 'partner_action_required', 'approved', 'rejected', 'unknown'));--> statement-breakpoint
ALTER TABLE "operations" ADD CONSTRAINT "operations_kind" CHECK ("operations"."kind" in ('start_review', 'approve', 'request_info', 'reject', 'hold_for_arbitration', 'reopen', 'comment'));--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_role" CHECK ("users"."role" in ('reviewer', 'arbitration_lead', 'team_lead', 'auditor', 'intake'));