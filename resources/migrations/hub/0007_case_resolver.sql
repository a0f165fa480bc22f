ALTER TABLE "operations" DROP CONSTRAINT "operations_kind";--> statement-breakpoint
ALTER TABLE "arbitration_cases" ADD COLUMN "resolver_user_id" text;--> statement-breakpoint
ALTER TABLE "arbitration_cases" ADD COLUMN "resolver_name" text;--> statement-breakpoint
ALTER TABLE "operations" ADD CONSTRAINT "operations_kind" CHECK ("operations"."kind" in ('start_review', 'approve', 'request_info', 'reject', 'hold_for_arbitration', 'reopen', 'comment', 'take', 'release', 'hand_over', 'case_ask', 'case_tell', 'case_decide', 'case_vote'));--> statement-breakpoint
ALTER TABLE "arbitration_cases" ADD CONSTRAINT "arbitration_cases_resolver" CHECK (("arbitration_cases"."resolver_user_id" is null) = ("arbitration_cases"."resolver_name" is null));