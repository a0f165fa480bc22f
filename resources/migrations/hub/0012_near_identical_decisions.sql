CREATE TABLE "decision_twins" (
	"tenant_id" uuid NOT NULL,
	"approved_claim_id" text NOT NULL,
	"approved_id" uuid NOT NULL,
	"other_claim_id" text NOT NULL,
	"other_id" uuid NOT NULL,
	"nearness" double precision NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"dismissed_by" text,
	"dismissed_by_name" text,
	"dismissed_at" timestamp (3) with time zone,
	"dismissal" text,
	CONSTRAINT "decision_twins_tenant_id_approved_id_other_id_pk" PRIMARY KEY("tenant_id","approved_id","other_id"),
	CONSTRAINT "decision_twins_dismissal" CHECK (num_nulls(dismissed_by, dismissed_by_name, dismissed_at, dismissal) in (0, 4))
);
--> statement-breakpoint
CREATE TABLE "judged_decisions" (
	"tenant_id" uuid NOT NULL,
	"claim_id" text NOT NULL,
	"decision_id" uuid NOT NULL,
	"customer_tenant_id" uuid NOT NULL,
	"decided_at" timestamp (3) with time zone NOT NULL,
	"is_approval" boolean NOT NULL,
	"likeness" char(64),
	"papers" char(64)[] NOT NULL,
	"is_read" boolean NOT NULL,
	CONSTRAINT "judged_decisions_tenant_id_claim_id_decision_id_pk" PRIMARY KEY("tenant_id","claim_id","decision_id")
);
--> statement-breakpoint
CREATE TABLE "judged_papers" (
	"tenant_id" uuid NOT NULL,
	"likeness" char(64) NOT NULL,
	"sha256" char(64) NOT NULL,
	"is_approval" boolean NOT NULL,
	"claim_id" text NOT NULL,
	"decision_id" uuid NOT NULL,
	CONSTRAINT "judged_papers_pk" PRIMARY KEY("tenant_id","likeness","sha256","is_approval","claim_id","decision_id")
);
--> statement-breakpoint
ALTER TABLE "operations" DROP CONSTRAINT "operations_kind";--> statement-breakpoint
DROP INDEX "operations_decided";--> statement-breakpoint
CREATE INDEX "decision_twins_newest" ON "decision_twins" USING btree ("tenant_id","at");--> statement-breakpoint
CREATE INDEX "judged_decisions_unread" ON "judged_decisions" USING btree ("tenant_id","decided_at") WHERE not is_read;--> statement-breakpoint
CREATE INDEX "evidence_places_document" ON "evidence_places" USING btree ("tenant_id","sha256");--> statement-breakpoint
CREATE INDEX "operations_decided" ON "operations" USING btree ("received_at") WHERE kind in ('approve', 'request_info', 'reject', 'case_decide', 'reopen');--> statement-breakpoint
ALTER TABLE "operations" ADD CONSTRAINT "operations_kind" CHECK ("operations"."kind" in ('start_review', 'approve', 'request_info', 'reject', 'hold_for_arbitration', 'reopen', 'comment', 'take', 'release', 'hand_over', 'case_ask', 'case_tell', 'escalate', 'settle_escalation', 'nudge', 'case_decide', 'case_vote', 'second_review', 'coaching_note', 'dismiss_twins'));