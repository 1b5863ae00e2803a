import { defineConfig } from 'drizzle-kit'

export default defineConfig({
  dialect: 'postgresql',
  schema: './db/schema/index.ts',
  out: './db/migrations',
  casing: 'snake_case',
  // The three roles are made by hand (db/migrations/*_roles.sql); a generated migration only refers to them.
  entities: { roles: false },
})
