ALTER TABLE "integrations" ADD COLUMN "profile_id" uuid;--> statement-breakpoint
ALTER TABLE "integrations" ADD COLUMN "created_by_id" uuid;--> statement-breakpoint
ALTER TABLE "integrations" ADD CONSTRAINT "integrations_profile_id_connection_profiles_id_fk" FOREIGN KEY ("profile_id") REFERENCES "public"."connection_profiles"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "integrations" ADD CONSTRAINT "integrations_created_by_id_users_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "integrations_profile" ON "integrations" USING btree ("tenant_id","profile_id") WHERE profile_id is not null;