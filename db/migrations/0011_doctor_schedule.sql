ALTER TABLE "integrations" ADD COLUMN "call_policy_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "integrations" ADD COLUMN "doctor_seconds" integer;