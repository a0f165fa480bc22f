CREATE TABLE "evidence_bands" (
	"tenant_id" uuid NOT NULL,
	"band" text NOT NULL,
	"print_id" char(64) NOT NULL,
	CONSTRAINT "evidence_bands_tenant_id_band_print_id_pk" PRIMARY KEY("tenant_id","band","print_id")
);
--> statement-breakpoint
CREATE TABLE "evidence_places" (
	"tenant_id" uuid NOT NULL,
	"print_id" char(64) NOT NULL,
	"sha256" char(64) NOT NULL,
	"page" integer NOT NULL,
	CONSTRAINT "evidence_places_tenant_id_print_id_sha256_page_pk" PRIMARY KEY("tenant_id","print_id","sha256","page")
);
--> statement-breakpoint
CREATE TABLE "evidence_prints" (
	"tenant_id" uuid NOT NULL,
	"print_id" char(64) NOT NULL,
	"kind" text NOT NULL,
	"value" text NOT NULL,
	CONSTRAINT "evidence_prints_tenant_id_print_id_pk" PRIMARY KEY("tenant_id","print_id"),
	CONSTRAINT "evidence_prints_kind" CHECK ("evidence_prints"."kind" in ('page', 'signature', 'text'))
);
