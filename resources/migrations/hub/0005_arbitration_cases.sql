CREATE TABLE "claim_keys" (
	"tenant_id" uuid NOT NULL,
	"claim_id" text NOT NULL,
	"item_id" text NOT NULL,
	"exclusivity_key" text NOT NULL,
	CONSTRAINT "claim_keys_tenant_id_claim_id_item_id_exclusivity_key_pk" PRIMARY KEY("tenant_id","claim_id","item_id","exclusivity_key")
);
--> statement-breakpoint
CREATE TABLE "arbitration_cases" (
	"tenant_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"exclusivity_key" text NOT NULL,
	"unit" text NOT NULL,
	"program" text NOT NULL,
	"product_id" text NOT NULL,
	"product_name" text NOT NULL,
	"subscription_id" text,
	"is_provisional" boolean NOT NULL,
	"customer_name" text NOT NULL,
	"state" text NOT NULL,
	"state_changed_at" timestamp (3) with time zone NOT NULL,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"woken_at" timestamp (3) with time zone,
	"revision" integer NOT NULL,
	"policy_id" text NOT NULL,
	"policy_version" integer NOT NULL,
	"clocks" jsonb NOT NULL,
	"clocks_basis" text NOT NULL,
	"lead_user_id" text,
	"lead_name" text,
	"votes" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"outcome" jsonb,
	"dissolved" text,
	"order_seed" integer NOT NULL,
	"look_at" timestamp (3) with time zone,
	"changed_xid" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	CONSTRAINT "arbitration_cases_tenant_id_case_id_pk" PRIMARY KEY("tenant_id","case_id"),
	CONSTRAINT "arbitration_cases_unit" CHECK ("arbitration_cases"."unit" in ('workload', 'subscription', 'product')),
	CONSTRAINT "arbitration_cases_program" CHECK ("arbitration_cases"."program" in ('OSA_SELL', 'OSU_M365', 'OSU_BIZAPPS', 'REVENUE_ASSOCIATION', 'UNKNOWN')),
	CONSTRAINT "arbitration_cases_state" CHECK ("arbitration_cases"."state" in ('open', 'outreach', 'ready', 'decided', 'dissolved')),
	CONSTRAINT "arbitration_cases_dissolved" CHECK ("arbitration_cases"."dissolved" in ('no_challenger', 'one_partner_left')),
	CONSTRAINT "arbitration_cases_decided" CHECK (("arbitration_cases"."outcome" is null) = ("arbitration_cases"."state" <> 'decided')),
	CONSTRAINT "arbitration_cases_closed" CHECK (("arbitration_cases"."dissolved" is null) = ("arbitration_cases"."state" <> 'dissolved')),
	CONSTRAINT "arbitration_cases_lead" CHECK (("arbitration_cases"."lead_user_id" is null) = ("arbitration_cases"."lead_name" is null)),
	CONSTRAINT "arbitration_cases_revision" CHECK ("arbitration_cases"."revision" >= 1)
);
--> statement-breakpoint
CREATE TABLE "arbitration_outreach" (
	"tenant_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"claim_id" text NOT NULL,
	"entry_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"asks" text[] NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"by_user_id" text NOT NULL,
	"by_name" text NOT NULL,
	"comment_id" text NOT NULL,
	"due_at" timestamp (3) with time zone,
	"answered_at" timestamp (3) with time zone,
	"answer" text,
	CONSTRAINT "arbitration_outreach_tenant_id_case_id_claim_id_entry_id_pk" PRIMARY KEY("tenant_id","case_id","claim_id","entry_id"),
	CONSTRAINT "arbitration_outreach_kind" CHECK ("arbitration_outreach"."kind" in ('ask', 'tell')),
	CONSTRAINT "arbitration_outreach_asks" CHECK ("arbitration_outreach"."asks" <@ array['newest_poe', 'engagement_dates', 'still_engaged', 'customer_statement', 'other']::text[]),
	CONSTRAINT "arbitration_outreach_due" CHECK (("arbitration_outreach"."due_at" is null) = ("arbitration_outreach"."kind" = 'tell')),
	CONSTRAINT "arbitration_outreach_answer" CHECK ("arbitration_outreach"."answer" in ('resubmission', 'comment', 'document')),
	CONSTRAINT "arbitration_outreach_answered" CHECK (("arbitration_outreach"."answered_at" is null) = ("arbitration_outreach"."answer" is null))
);
--> statement-breakpoint
CREATE TABLE "arbitration_parties" (
	"tenant_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"claim_id" text NOT NULL,
	"ordinal" integer NOT NULL,
	"mpn_id" text NOT NULL,
	"partner_name" text NOT NULL,
	"role" text NOT NULL,
	"items" text[] NOT NULL,
	"since" timestamp (3) with time zone NOT NULL,
	"told_at" timestamp (3) with time zone,
	"first_reviewed_at" timestamp (3) with time zone,
	"left_at" timestamp (3) with time zone,
	"left_reason" text,
	CONSTRAINT "arbitration_parties_tenant_id_case_id_claim_id_pk" PRIMARY KEY("tenant_id","case_id","claim_id"),
	CONSTRAINT "arbitration_parties_role" CHECK ("arbitration_parties"."role" in ('challenger', 'incumbent', 'former')),
	CONSTRAINT "arbitration_parties_left" CHECK (("arbitration_parties"."left_at" is null) = ("arbitration_parties"."left_reason" is null)),
	CONSTRAINT "arbitration_parties_reason" CHECK ("arbitration_parties"."left_reason" in ('withdrawn', 'rejected', 'item_dropped', 'association_ended', 'resolved', 'lost'))
);
--> statement-breakpoint
ALTER TABLE "claim_history" DROP CONSTRAINT "claim_history_kind";--> statement-breakpoint
ALTER TABLE "operations" DROP CONSTRAINT "operations_kind";--> statement-breakpoint
DROP INDEX "claim_items_exclusivity";--> statement-breakpoint
ALTER TABLE "claim_keys" ADD CONSTRAINT "claim_keys_claim" FOREIGN KEY ("tenant_id","claim_id") REFERENCES "public"."claims"("tenant_id","claim_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "arbitration_outreach" ADD CONSTRAINT "arbitration_outreach_case" FOREIGN KEY ("tenant_id","case_id") REFERENCES "public"."arbitration_cases"("tenant_id","case_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "arbitration_parties" ADD CONSTRAINT "arbitration_parties_case" FOREIGN KEY ("tenant_id","case_id") REFERENCES "public"."arbitration_cases"("tenant_id","case_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "claim_keys_exclusivity" ON "claim_keys" USING btree ("tenant_id","exclusivity_key");--> statement-breakpoint
CREATE UNIQUE INDEX "arbitration_cases_living" ON "arbitration_cases" USING btree ("tenant_id","exclusivity_key") WHERE state in ('open', 'outreach', 'ready');--> statement-breakpoint
CREATE INDEX "arbitration_cases_feed" ON "arbitration_cases" USING btree ("changed_xid","tenant_id","case_id");--> statement-breakpoint
CREATE INDEX "arbitration_cases_look" ON "arbitration_cases" USING btree ("look_at") WHERE look_at is not null;--> statement-breakpoint
CREATE INDEX "arbitration_parties_claim" ON "arbitration_parties" USING btree ("tenant_id","claim_id");--> statement-breakpoint
ALTER TABLE "claim_items" DROP COLUMN "exclusivity_key";--> statement-breakpoint
ALTER TABLE "claim_history" ADD CONSTRAINT "claim_history_kind" CHECK ("claim_history"."kind" in ('created', 'submitted', 'edited', 'resubmitted', 'review_started', 'information_requested', 'rejection_proposed', 'rejection_asked', 'approved', 'rejected', 'reopened', 'disputed', 'dispute_window_closed', 'commented', 'document_added', 'customer_notified', 'customer_accepted', 'customer_declined', 'consent_closed', 'sent_for_incentive_assessment', 'held_for_arbitration', 'arbitration_ended', 'party_asked', 'party_told', 'disassociated', 'cancelled', 'taken', 'released', 'handed_over', 'lease_ended'));--> statement-breakpoint
ALTER TABLE "operations" ADD CONSTRAINT "operations_kind" CHECK ("operations"."kind" in ('start_review', 'approve', 'request_info', 'reject', 'hold_for_arbitration', 'reopen', 'comment', 'take', 'release', 'hand_over', 'case_ask', 'case_tell'));