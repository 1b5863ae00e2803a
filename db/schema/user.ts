import { sql } from 'drizzle-orm'
import { boolean, index, pgPolicy, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import type { Role } from '@/server/kernel/permissions'
import { appRole, createdAt, idColumn, instant, systemPolicy, tenantPolicy } from './columns'
import { projects, tenants } from './tenant'

export const users = pgTable(
  'users',
  {
    id: idColumn('user').primaryKey(),
    email: text().notNull(),
    name: text().notNull(),
    image: text(),
    emailVerifiedAt: instant(),
    instanceAdmin: boolean().notNull().default(false),
    /** The last time; null for somebody who was only ever added. */
    signedInAt: instant(),
    createdAt: createdAt(),
  },
  (table) => [
    uniqueIndex('users_email').on(sql`lower(${table.email})`),
    // A tenant sees the people who are its members, and nobody else.
    pgPolicy('fellow_members', {
      for: 'select',
      to: appRole,
      using: sql`exists (select 1 from role_bindings where role_bindings.user_id = users.id)`,
    }),
    systemPolicy(),
  ],
)

/** A sign-in provider's account of a user. Its tokens are not kept: the hub asks for nothing in its name. */
export const accounts = pgTable(
  'accounts',
  {
    id: idColumn('account').primaryKey(),
    userId: idColumn('user')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    provider: text().notNull(),
    providerAccountId: text().notNull(),
    /** What the provider calls the person: a login or an address. */
    label: text(),
    createdAt: createdAt(),
    lastUsedAt: instant(),
  },
  (table) => [
    uniqueIndex('accounts_provider').on(table.provider, table.providerAccountId),
    index('accounts_user').on(table.userId),
    systemPolicy(),
  ],
)

export const sessions = pgTable(
  'sessions',
  {
    id: idColumn('session').primaryKey(),
    tokenHash: text().notNull().unique(),
    userId: idColumn('user')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    userAgent: text(),
    createdAt: createdAt(),
    lastSeenAt: instant().notNull().defaultNow(),
    expiresAt: instant().notNull(),
  },
  (table) => [index('sessions_user').on(table.userId), systemPolicy()],
)

/**
 * Single-use, expiring links: the only secrets that may stand in a URL. Kept as hashes. The last two kinds stand in a
 * cookie and in a provider's answer: the wish to connect an account, and a state that was used.
 */
export const links = pgTable(
  'links',
  {
    id: idColumn('link').primaryKey(),
    kind: text().$type<'set_up' | 'sign_in' | 'welcome' | 'connect' | 'state'>().notNull(),
    tokenHash: text().notNull().unique(),
    email: text(),
    /** The session it works in, and ends with. */
    sessionId: idColumn('session').references(() => sessions.id, { onDelete: 'cascade' }),
    createdAt: createdAt(),
    expiresAt: instant().notNull(),
    usedAt: instant(),
  },
  () => [systemPolicy()],
)

export const roleBindings = pgTable(
  'role_bindings',
  {
    id: idColumn('roleBinding').primaryKey(),
    tenantId: idColumn('tenant')
      .notNull()
      .references(() => tenants.id, { onDelete: 'cascade' }),
    userId: idColumn('user')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    role: text().$type<Role>().notNull(),
    /** Null: the whole tenant. */
    projectId: idColumn('project').references(() => projects.id, { onDelete: 'cascade' }),
    createdAt: createdAt(),
  },
  (table) => [
    // Two indexes, because PostgreSQL 14 cannot treat nulls as equal in one.
    uniqueIndex('role_bindings_project').on(table.tenantId, table.userId, table.projectId),
    uniqueIndex('role_bindings_tenant').on(table.tenantId, table.userId).where(sql`project_id is null`),
    index('role_bindings_user').on(table.userId),
    tenantPolicy(),
    systemPolicy(),
  ],
)

/** Somebody who was asked to join. The link is kept as a hash; what it gives is judged again when it is used. */
export const invitations = pgTable(
  'invitations',
  {
    id: idColumn('invitation').primaryKey(),
    tenantId: idColumn('tenant')
      .notNull()
      .references(() => tenants.id, { onDelete: 'cascade' }),
    email: text().notNull(),
    role: text().$type<Role>().notNull(),
    /** Null: the whole tenant. */
    projectId: idColumn('project').references(() => projects.id, { onDelete: 'cascade' }),
    invitedBy: text().notNull(),
    /** The person who invited; null for a key and for the hub itself. */
    inviterId: idColumn('user').references(() => users.id, { onDelete: 'cascade' }),
    tokenHash: text().notNull().unique(),
    createdAt: createdAt(),
    expiresAt: instant().notNull(),
    acceptedAt: instant(),
    revokedAt: instant(),
  },
  (table) => [
    index('invitations_tenant').on(table.tenantId, table.createdAt),
    index('invitations_email').on(sql`lower(${table.email})`),
    tenantPolicy(),
    systemPolicy(),
  ],
)
