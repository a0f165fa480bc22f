CREATE TABLE "carried_operations" (
	"tenant_id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"operation_id" uuid NOT NULL,
	"order_id" uuid NOT NULL,
	"claim_id" text NOT NULL,
	"kind" text NOT NULL,
	"by_user_id" text NOT NULL,
	"standing" text NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	"content" jsonb NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "carried_operations_tenant_id_client_id_operation_id_pk" PRIMARY KEY("tenant_id","client_id","operation_id"),
	CONSTRAINT "carried_operations_standing" CHECK ("carried_operations"."standing" in ('waiting', 'conflict'))
);
--> statement-breakpoint
CREATE TABLE "wipe_acts" (
	"tenant_id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"entry" integer NOT NULL,
	"order_id" uuid NOT NULL,
	"act" text NOT NULL,
	"by_user_id" text,
	"by_name" text NOT NULL,
	"reason" text,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "wipe_acts_tenant_id_client_id_entry_pk" PRIMARY KEY("tenant_id","client_id","entry"),
	CONSTRAINT "wipe_acts_act" CHECK ("wipe_acts"."act" in ('ordered', 'taken_back', 'begun', 'done')),
	CONSTRAINT "wipe_acts_entry" CHECK ("wipe_acts"."entry" >= 1),
	CONSTRAINT "wipe_acts_reason" CHECK (("wipe_acts"."reason" is null) = ("wipe_acts"."act" in ('begun', 'done')))
);
--> statement-breakpoint
ALTER TABLE "audit_entries" DROP CONSTRAINT "audit_entries_subject";--> statement-breakpoint
CREATE INDEX "carried_operations_claim" ON "carried_operations" USING btree ("tenant_id","claim_id");--> statement-breakpoint
ALTER TABLE "audit_entries" ADD CONSTRAINT "audit_entries_subject" CHECK ("audit_entries"."subject" in ('claim', 'case', 'reads', 'workstation', 'hub'));
--> statement-breakpoint
CREATE TRIGGER "wipe_acts_stay" BEFORE UPDATE OR DELETE ON "wipe_acts" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_rewriting"();
--> statement-breakpoint
CREATE TRIGGER "carried_operations_stay" BEFORE UPDATE OR DELETE ON "carried_operations" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_rewriting"();
