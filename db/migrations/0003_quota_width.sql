ALTER TABLE "quotas" ALTER COLUMN "quota_limit" SET DATA TYPE bigint;--> statement-breakpoint
ALTER TABLE "quotas" ALTER COLUMN "remaining" SET DATA TYPE bigint;