ALTER TABLE "arbitration_cases" ADD COLUMN "partners" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
UPDATE "arbitration_cases" AS one SET "partners" = array(SELECT DISTINCT party."mpn_id" FROM "arbitration_parties" AS party WHERE party."tenant_id" = one."tenant_id" AND party."case_id" = one."case_id" ORDER BY party."mpn_id");
