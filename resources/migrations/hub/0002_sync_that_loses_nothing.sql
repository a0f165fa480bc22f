CREATE TABLE "clients" (
	"tenant_id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"last_sequence" integer NOT NULL,
	"seen_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "clients_tenant_id_client_id_pk" PRIMARY KEY("tenant_id","client_id"),
	CONSTRAINT "clients_sequence" CHECK ("clients"."last_sequence" >= 0)
);
--> statement-breakpoint
CREATE TABLE "document_facts" (
	"tenant_id" uuid NOT NULL,
	"sha256" char(64) NOT NULL,
	"reader_version" text NOT NULL,
	"facts_sha256" char(64) NOT NULL,
	"facts" jsonb NOT NULL,
	"by_user_id" text NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "document_facts_tenant_id_sha256_reader_version_pk" PRIMARY KEY("tenant_id","sha256","reader_version")
);
--> statement-breakpoint
CREATE TABLE "partner_links" (
	"tenant_id" uuid NOT NULL,
	"user_id" text NOT NULL,
	"mpn_id" text NOT NULL,
	"reason" text NOT NULL,
	CONSTRAINT "partner_links_tenant_id_user_id_mpn_id_pk" PRIMARY KEY("tenant_id","user_id","mpn_id")
);
--> statement-breakpoint
CREATE TABLE "sign_in_codes" (
	"tenant_id" uuid NOT NULL,
	"code_sha256" char(64) NOT NULL,
	"user_id" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "sign_in_codes_tenant_id_code_sha256_pk" PRIMARY KEY("tenant_id","code_sha256")
);
--> statement-breakpoint
CREATE TABLE "signing_keys" (
	"tenant_id" uuid NOT NULL,
	"kid" text NOT NULL,
	"jwk" jsonb NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "signing_keys_tenant_id_kid_pk" PRIMARY KEY("tenant_id","kid")
);
--> statement-breakpoint
CREATE TABLE "take_requests" (
	"tenant_id" uuid NOT NULL,
	"request_id" uuid NOT NULL,
	"user_id" text NOT NULL,
	"claim_id" text,
	"asked_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "take_requests_tenant_id_request_id_pk" PRIMARY KEY("tenant_id","request_id")
);
--> statement-breakpoint
ALTER TABLE "claim_history" DROP CONSTRAINT "claim_history_kind";--> statement-breakpoint
ALTER TABLE "claims" DROP CONSTRAINT "claims_next_act_kind";--> statement-breakpoint
ALTER TABLE "operations" DROP CONSTRAINT "operations_kind";--> statement-breakpoint
ALTER TABLE "users" DROP CONSTRAINT "users_role";--> statement-breakpoint
ALTER TABLE "claim_locator" RENAME COLUMN "tenant_id" TO "customer_tenant_id";--> statement-breakpoint
ALTER TABLE "claim_locator" ADD COLUMN "tenant_id" uuid NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000';--> statement-breakpoint
ALTER TABLE "claim_locator" ALTER COLUMN "tenant_id" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "claim_locator" DROP CONSTRAINT "claim_locator_pkey";--> statement-breakpoint
ALTER TABLE "claim_locator" ADD CONSTRAINT "claim_locator_tenant_id_claim_id_pk" PRIMARY KEY("tenant_id","claim_id");--> statement-breakpoint
ALTER TABLE "claims" ADD COLUMN "lease_until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "claims" ADD COLUMN "due_at" timestamp (3) with time zone;--> statement-breakpoint
UPDATE "claims" SET "due_at" = ("clocks"->0->>'dueAt')::timestamptz;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "mpn_id" text;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "customer_tenant_id" uuid;--> statement-breakpoint
CREATE INDEX "claim_documents_bytes" ON "claim_documents" USING btree ("sha256");--> statement-breakpoint
CREATE INDEX "claims_waiting" ON "claims" USING btree ("due_at","claim_id") WHERE state in ('submitted', 'under_review');--> statement-breakpoint
ALTER TABLE "claim_history" ADD CONSTRAINT "claim_history_kind" CHECK ("claim_history"."kind" in ('created', 'submitted', 'edited', 'resubmitted', 'review_started', 'information_requested', 'rejection_proposed', 'rejection_asked', 'approved', 'rejected', 'reopened', 'disputed', 'dispute_window_closed', 'commented', 'document_added', 'customer_notified', 'customer_accepted', 'customer_declined', 'consent_closed', 'sent_for_incentive_assessment', 'held_for_arbitration', 'disassociated', 'cancelled', 'taken', 'released', 'handed_over', 'lease_ended'));--> statement-breakpoint
ALTER TABLE "claims" ADD CONSTRAINT "claims_lease" CHECK ("claims"."lease_until" is null or "claims"."assigned_user_id" is not null);--> statement-breakpoint
ALTER TABLE "claims" ADD CONSTRAINT "claims_next_act_kind" CHECK ("claims"."next_act" in ('response_overdue', 'consent_over', 'hand_off', 'dispute_window_over', 'lease_over'));--> statement-breakpoint
ALTER TABLE "operations" ADD CONSTRAINT "operations_kind" CHECK ("operations"."kind" in ('start_review', 'approve', 'request_info', 'reject', 'hold_for_arbitration', 'reopen', 'comment', 'take', 'release', 'hand_over'));--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_partner" CHECK (("users"."role" = 'partner') = ("users"."mpn_id" is not null));--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_customer" CHECK (("users"."role" = 'customer') = ("users"."customer_tenant_id" is not null));--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_role" CHECK ("users"."role" in ('reviewer', 'arbitration_lead', 'team_lead', 'auditor', 'partner', 'customer', 'intake'));
