CREATE TABLE "audit_entries" (
	"tenant_id" uuid NOT NULL,
	"subject" text NOT NULL,
	"subject_id" text NOT NULL,
	"entry" integer NOT NULL,
	"body" text NOT NULL,
	"hash" char(64) NOT NULL,
	"changed_xid" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	CONSTRAINT "audit_entries_tenant_id_subject_subject_id_entry_pk" PRIMARY KEY("tenant_id","subject","subject_id","entry"),
	CONSTRAINT "audit_entries_subject" CHECK ("audit_entries"."subject" in ('claim', 'case', 'reads', 'hub'))
);
--> statement-breakpoint
CREATE TABLE "four_eyes" (
	"tenant_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"item" text NOT NULL,
	"maker_id" text NOT NULL,
	"checker_id" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "four_eyes_tenant_id_kind_item_pk" PRIMARY KEY("tenant_id","kind","item"),
	CONSTRAINT "four_eyes_kind" CHECK ("four_eyes"."kind" in ('dispute', 'rule', 'assignment', 'second_review', 'case_vote')),
	CONSTRAINT "four_eyes_two" CHECK ("four_eyes"."maker_id" <> "four_eyes"."checker_id")
);
--> statement-breakpoint
CREATE TABLE "claim_reads" (
	"tenant_id" uuid NOT NULL,
	"claim_id" text NOT NULL,
	"read_id" char(64) NOT NULL,
	"user_id" text NOT NULL,
	"act" text NOT NULL,
	"sha256" char(64),
	"pages" text,
	"at" timestamp (3) with time zone NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "claim_reads_tenant_id_claim_id_read_id_pk" PRIMARY KEY("tenant_id","claim_id","read_id"),
	CONSTRAINT "claim_reads_act" CHECK ("claim_reads"."act" in ('claim_opened', 'document_opened', 'pages_seen', 'copied', 'document_served'))
);
--> statement-breakpoint
CREATE INDEX "audit_entries_anchor" ON "audit_entries" USING btree ("changed_xid","tenant_id","subject","subject_id");--> statement-breakpoint
CREATE INDEX "claim_reads_at" ON "claim_reads" USING btree ("tenant_id","claim_id","at");
--> statement-breakpoint
COMMENT ON TABLE "audit_entries" IS 'Append-only: no role of the program is granted UPDATE, DELETE or TRUNCATE here.';
--> statement-breakpoint
COMMENT ON TABLE "four_eyes" IS 'Append-only: no role of the program is granted UPDATE, DELETE or TRUNCATE here.';
--> statement-breakpoint
COMMENT ON TABLE "claim_reads" IS 'Append-only: no role of the program is granted UPDATE, DELETE or TRUNCATE here.';
--> statement-breakpoint
CREATE FUNCTION "refuse_rewriting"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	RAISE EXCEPTION '% is refused: what stands in % stays', tg_op, tg_table_name USING ERRCODE = 'restrict_violation';
END
$$;
--> statement-breakpoint
CREATE TRIGGER "audit_entries_stay" BEFORE UPDATE OR DELETE OR TRUNCATE ON "audit_entries" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_rewriting"();
--> statement-breakpoint
CREATE TRIGGER "four_eyes_stay" BEFORE UPDATE OR DELETE ON "four_eyes" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_rewriting"();
--> statement-breakpoint
CREATE TRIGGER "claim_reads_stay" BEFORE UPDATE OR DELETE ON "claim_reads" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_rewriting"();
--> statement-breakpoint
CREATE TRIGGER "claim_history_stays" BEFORE UPDATE ON "claim_history" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_rewriting"();
--> statement-breakpoint
CREATE TRIGGER "operations_stay" BEFORE UPDATE ON "operations" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_rewriting"();
