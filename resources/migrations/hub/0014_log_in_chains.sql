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
CREATE INDEX "audit_entries_anchor" ON "audit_entries" USING btree ("changed_xid","tenant_id","subject","subject_id");--> statement-breakpoint
COMMENT ON TABLE "audit_entries" IS 'Append-only: no role of the program is granted UPDATE, DELETE or TRUNCATE here.';
--> statement-breakpoint
CREATE FUNCTION "refuse_rewriting"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	RAISE EXCEPTION '% is refused: what stands in % stays', tg_op, tg_table_name USING ERRCODE = 'restrict_violation';
END
$$;
--> statement-breakpoint
CREATE TRIGGER "audit_entries_stay" BEFORE UPDATE OR DELETE OR TRUNCATE ON "audit_entries" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_rewriting"();
--> statement-breakpoint
CREATE TRIGGER "claim_history_stays" BEFORE UPDATE ON "claim_history" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_rewriting"();
--> statement-breakpoint
CREATE TRIGGER "operations_stay" BEFORE UPDATE ON "operations" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_rewriting"();
