CREATE TABLE "exclusive_things" (
	"tenant_id" uuid NOT NULL,
	"exclusivity_key" text NOT NULL,
	CONSTRAINT "exclusive_things_tenant_id_exclusivity_key_pk" PRIMARY KEY("tenant_id","exclusivity_key")
);

--> statement-breakpoint
INSERT INTO "exclusive_things" ("tenant_id", "exclusivity_key") SELECT DISTINCT "tenant_id", "exclusivity_key" FROM "claim_keys";