import { z } from 'zod'
import { define, info, warning } from './define'

/** Tenants, projects, environments, and where they may connect to. */
const place = { slug: z.string(), name: z.string() }

export const placeEvents = {
  'tenant.updated': define({
    description: 'The name or the slug of the tenant changed.',
    schemaVersion: 1,
    shape: z.object({ tenantId: z.string(), ...place, changed: z.array(z.string()) }),
    subject: (data) => data.tenantId,
    tell: (data) => info(`tenant ${data.slug} changed: ${data.changed.join(', ')}`),
  }),
  'project.created': define({
    description: 'A project was created.',
    schemaVersion: 1,
    shape: z.object({ projectId: z.string(), ...place }),
    subject: (data) => data.projectId,
    tell: (data) => info(`project ${data.slug} created`),
  }),
  'project.updated': define({
    description: 'A project was renamed, or became the default.',
    schemaVersion: 1,
    shape: z.object({ projectId: z.string(), ...place, changed: z.array(z.string()) }),
    subject: (data) => data.projectId,
    tell: (data) => info(`project ${data.slug} changed: ${data.changed.join(', ')}`),
  }),
  'project.deleted': define({
    description: 'A project was deleted, with the roles and the key scopes that were bound to it.',
    schemaVersion: 1,
    shape: z.object({ projectId: z.string(), ...place }),
    subject: (data) => data.projectId,
    tell: (data) => warning(`project ${data.slug} deleted`),
  }),
  'environment.created': define({
    description: 'An environment was created.',
    schemaVersion: 1,
    shape: z.object({ environmentId: z.string(), ...place }),
    subject: (data) => data.environmentId,
    tell: (data) => info(`environment ${data.slug} created`),
  }),
  'environment.updated': define({
    description: 'An environment was renamed or moved.',
    schemaVersion: 1,
    shape: z.object({ environmentId: z.string(), ...place, changed: z.array(z.string()) }),
    subject: (data) => data.environmentId,
    tell: (data) => info(`environment ${data.slug} changed: ${data.changed.join(', ')}`),
  }),
  'environment.deleted': define({
    description: 'An environment was deleted.',
    schemaVersion: 1,
    shape: z.object({ environmentId: z.string(), ...place }),
    subject: (data) => data.environmentId,
    tell: (data) => warning(`environment ${data.slug} deleted`),
  }),
  'egress.granted': define({
    description: 'The instance admin opened an address range to the tenant.',
    schemaVersion: 1,
    shape: z.object({ grantId: z.string(), cidr: z.string(), port: z.number().nullable() }),
    subject: (data) => data.grantId,
    tell: (data) => warning(`egress to ${data.cidr}${data.port ? `:${data.port}` : ''} allowed`),
  }),
  'egress.revoked': define({
    description: 'The instance admin closed an address range to the tenant.',
    schemaVersion: 1,
    shape: z.object({ grantId: z.string(), cidr: z.string(), port: z.number().nullable() }),
    subject: (data) => data.grantId,
    tell: (data) => info(`egress to ${data.cidr}${data.port ? `:${data.port}` : ''} closed`),
  }),
} as const
