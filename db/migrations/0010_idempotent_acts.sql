-- Keys, members, profiles and batches are made with an idempotency key, too: what was made is no integration then.
ALTER TABLE "idempotency_keys" RENAME COLUMN "integration_id" TO "subject_id";
