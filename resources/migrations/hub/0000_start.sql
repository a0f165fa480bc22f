CREATE TABLE "access_tokens" (
	"tenant_id" uuid NOT NULL,
	"token_sha256" char(64) NOT NULL,
	"user_id" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "access_tokens_tenant_id_token_sha256_pk" PRIMARY KEY("tenant_id","token_sha256")
);
--> statement-breakpoint
CREATE TABLE "claim_comments" (
	"tenant_id" uuid NOT NULL,
	"claim_id" text NOT NULL,
	"comment_id" text NOT NULL,
	"ordinal" integer NOT NULL,
	"side" text NOT NULL,
	"author_name" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"body" text NOT NULL,
	"visibility" text NOT NULL,
	CONSTRAINT "claim_comments_tenant_id_claim_id_comment_id_pk" PRIMARY KEY("tenant_id","claim_id","comment_id"),
	CONSTRAINT "claim_comments_side" CHECK ("claim_comments"."side" in ('partner', 'reviewer', 'system')),
	CONSTRAINT "claim_comments_visibility" CHECK ("claim_comments"."visibility" in ('partner_visible', 'internal'))
);
--> statement-breakpoint
CREATE TABLE "claim_documents" (
	"tenant_id" uuid NOT NULL,
	"claim_id" text NOT NULL,
	"document_id" text NOT NULL,
	"ordinal" integer NOT NULL,
	"sha256" char(64) NOT NULL,
	"file_name" text NOT NULL,
	"media_type" text NOT NULL,
	"size_bytes" integer NOT NULL,
	"added_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "claim_documents_tenant_id_claim_id_document_id_pk" PRIMARY KEY("tenant_id","claim_id","document_id"),
	CONSTRAINT "claim_documents_sha256" CHECK ("claim_documents"."sha256" ~ '^[0-9a-f]{64}$'),
	CONSTRAINT "claim_documents_size" CHECK ("claim_documents"."size_bytes" >= 0)
);
--> statement-breakpoint
CREATE TABLE "claim_history" (
	"tenant_id" uuid NOT NULL,
	"claim_id" text NOT NULL,
	"entry_id" text NOT NULL,
	"ordinal" integer NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"side" text NOT NULL,
	"kind" text NOT NULL,
	"actor_name" text NOT NULL,
	"from_state" text,
	"to_state" text,
	"detail" text,
	CONSTRAINT "claim_history_tenant_id_claim_id_entry_id_pk" PRIMARY KEY("tenant_id","claim_id","entry_id"),
	CONSTRAINT "claim_history_side" CHECK ("claim_history"."side" in ('partner', 'reviewer', 'customer', 'system')),
	CONSTRAINT "claim_history_kind" CHECK ("claim_history"."kind" in ('created', 'submitted', 'resubmitted', 'review_started', 'information_requested', 'approved', 'rejected', 'disputed', 'commented', 'document_added', 'customer_declined', 'consent_closed', 'sent_for_incentive_assessment', 'held_for_arbitration')),
	CONSTRAINT "claim_history_from_state" CHECK ("claim_history"."from_state" in ('editing', 'submitted', 'under_review', 'partner_action_required', 'approved', 'rejected')),
	CONSTRAINT "claim_history_to_state" CHECK ("claim_history"."to_state" in ('editing', 'submitted', 'under_review', 'partner_action_required', 'approved', 'rejected'))
);
--> statement-breakpoint
CREATE TABLE "claim_items" (
	"tenant_id" uuid NOT NULL,
	"claim_id" text NOT NULL,
	"item_id" text NOT NULL,
	"ordinal" integer NOT NULL,
	"product_id" text NOT NULL,
	"name" text NOT NULL,
	"subscription_id" uuid,
	"exclusivity_key" text NOT NULL,
	CONSTRAINT "claim_items_tenant_id_claim_id_item_id_pk" PRIMARY KEY("tenant_id","claim_id","item_id")
);
--> statement-breakpoint
CREATE TABLE "claim_locator" (
	"claim_id" text PRIMARY KEY NOT NULL,
	"tenant_id" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "claim_tombstones" (
	"tenant_id" uuid NOT NULL,
	"claim_id" text NOT NULL,
	"reason" text NOT NULL,
	"changed_xid" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	CONSTRAINT "claim_tombstones_tenant_id_claim_id_pk" PRIMARY KEY("tenant_id","claim_id")
);
--> statement-breakpoint
CREATE TABLE "claims" (
	"tenant_id" uuid NOT NULL,
	"claim_id" text NOT NULL,
	"claim_name" text NOT NULL,
	"program" text NOT NULL,
	"solution_area" text NOT NULL,
	"activities" text[] NOT NULL,
	"mpn_id" text NOT NULL,
	"partner_company_name" text NOT NULL,
	"partner_domains" text[] NOT NULL,
	"purchase_channel" text,
	"customer_company_name" text NOT NULL,
	"customer_domains" text[] NOT NULL,
	"customer_country" char(3),
	"customer_is_public_sector" boolean NOT NULL,
	"customer_contact" jsonb NOT NULL,
	"technical_contact" jsonb,
	"partner_contact" jsonb NOT NULL,
	"revenue" jsonb,
	"submitted_at" timestamp (3) with time zone NOT NULL,
	"partner_language" char(2) NOT NULL,
	"state" text NOT NULL,
	"sub_state" text,
	"state_changed_at" timestamp (3) with time zone NOT NULL,
	"revision" integer NOT NULL,
	"policy_id" text NOT NULL,
	"policy_version" integer NOT NULL,
	"assigned_user_id" text,
	"assigned_name" text,
	"clocks" jsonb NOT NULL,
	"clocks_basis" text NOT NULL,
	"changed_xid" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	CONSTRAINT "claims_tenant_id_claim_id_pk" PRIMARY KEY("tenant_id","claim_id"),
	CONSTRAINT "claims_program" CHECK ("claims"."program" in ('OSA_SELL', 'OSU_M365', 'OSU_BIZAPPS', 'REVENUE_ASSOCIATION')),
	CONSTRAINT "claims_solution_area" CHECK ("claims"."solution_area" in ('MICROSOFT_365', 'BUSINESS_APPLICATIONS')),
	CONSTRAINT "claims_activities" CHECK ("claims"."activities" <@ array['PRESALES', 'USAGE', 'REVENUE_ASSOCIATION']::text[]),
	CONSTRAINT "claims_purchase_channel" CHECK ("claims"."purchase_channel" in ('VOLUME_LICENSING', 'WEB_DIRECT', 'CSP')),
	CONSTRAINT "claims_state" CHECK ("claims"."state" in ('editing', 'submitted', 'under_review', 'partner_action_required', 'approved', 'rejected')),
	CONSTRAINT "claims_sub_state" CHECK ("claims"."sub_state" in ('queued', 'assigned', 'in_review', 'awaiting_arbitration', 'resubmitted', 'dispute_review', 'open', 'commented_not_resubmitted', 'overdue', 'consent_open', 'consent_closed', 'sent_for_incentive_assessment', 'disputable', 'dispute_window_closed', 'final')),
	CONSTRAINT "claims_revision" CHECK ("claims"."revision" >= 1),
	CONSTRAINT "claims_assignment" CHECK (("claims"."assigned_user_id" is null) = ("claims"."assigned_name" is null))
);
--> statement-breakpoint
CREATE TABLE "feed_epochs" (
	"tenant_id" uuid NOT NULL,
	"feed" text NOT NULL,
	"epoch" uuid NOT NULL,
	"server" text,
	CONSTRAINT "feed_epochs_tenant_id_feed_pk" PRIMARY KEY("tenant_id","feed"),
	CONSTRAINT "feed_epochs_feed" CHECK ("feed_epochs"."feed" in ('claims'))
);
--> statement-breakpoint
CREATE TABLE "operations" (
	"tenant_id" uuid NOT NULL,
	"claim_id" text NOT NULL,
	"operation_id" uuid NOT NULL,
	"user_id" text NOT NULL,
	"client_id" uuid NOT NULL,
	"sequence" integer NOT NULL,
	"kind" text NOT NULL,
	"payload_sha256" char(64) NOT NULL,
	"request" jsonb NOT NULL,
	"result" jsonb NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "operations_tenant_id_claim_id_operation_id_pk" PRIMARY KEY("tenant_id","claim_id","operation_id"),
	CONSTRAINT "operations_kind" CHECK ("operations"."kind" in ('start_review', 'approve', 'request_info', 'reject', 'comment'))
);
--> statement-breakpoint
CREATE TABLE "users" (
	"tenant_id" uuid NOT NULL,
	"user_id" text NOT NULL,
	"name" text NOT NULL,
	"role" text NOT NULL,
	"is_demo" boolean NOT NULL,
	CONSTRAINT "users_tenant_id_user_id_pk" PRIMARY KEY("tenant_id","user_id"),
	CONSTRAINT "users_role" CHECK ("users"."role" in ('reviewer', 'arbitration_lead', 'team_lead', 'auditor'))
);
--> statement-breakpoint
ALTER TABLE "access_tokens" ADD CONSTRAINT "access_tokens_user" FOREIGN KEY ("tenant_id","user_id") REFERENCES "public"."users"("tenant_id","user_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim_comments" ADD CONSTRAINT "claim_comments_claim" FOREIGN KEY ("tenant_id","claim_id") REFERENCES "public"."claims"("tenant_id","claim_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim_documents" ADD CONSTRAINT "claim_documents_claim" FOREIGN KEY ("tenant_id","claim_id") REFERENCES "public"."claims"("tenant_id","claim_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim_history" ADD CONSTRAINT "claim_history_claim" FOREIGN KEY ("tenant_id","claim_id") REFERENCES "public"."claims"("tenant_id","claim_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim_items" ADD CONSTRAINT "claim_items_claim" FOREIGN KEY ("tenant_id","claim_id") REFERENCES "public"."claims"("tenant_id","claim_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "operations" ADD CONSTRAINT "operations_claim" FOREIGN KEY ("tenant_id","claim_id") REFERENCES "public"."claims"("tenant_id","claim_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "claim_items_exclusivity" ON "claim_items" USING btree ("tenant_id","exclusivity_key");--> statement-breakpoint
CREATE INDEX "claim_tombstones_feed" ON "claim_tombstones" USING btree ("changed_xid","tenant_id","claim_id");--> statement-breakpoint
CREATE INDEX "claims_feed" ON "claims" USING btree ("changed_xid","tenant_id","claim_id");