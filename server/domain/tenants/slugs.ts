import { HubError } from '@/server/kernel/errors'

/** Paths of the app that a tenant's slug would hide. */
const reserved = new Set([
  'admin',
  'api',
  'connect',
  'device',
  'docs',
  'graphiql',
  'graphql',
  'health',
  'hooks',
  'invite',
  'metrics',
  'ready',
  'setup',
  'sign-in',
  'sign-out',
  'status',
  'version',
  '_next',
])

/** A slug from a name: `Acme Corp.` becomes `acme-corp`; one without a Latin letter or digit becomes the fallback. */
export function slugFrom(name: string, fallback: string): string {
  const ascii = name.normalize('NFKD').replaceAll(/[\u0300-\u036f]/g, '')
  const slug = ascii.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')
  return slug.replace(/^-+/, '').slice(0, 48).replace(/-+$/, '') || fallback
}

/** @throws {HubError} request.invalid naming `field` */
export function requireSlug(slug: string, field: string): string {
  if (!/^[a-z0-9](?:[a-z0-9-]{0,46}[a-z0-9])?$/.test(slug)) {
    throw new HubError('request.invalid', 'A slug has 1 to 48 lower-case letters, digits and inner hyphens.', {
      fields: [{ path: field, message: 'has to be 1 to 48 lower-case letters, digits and inner hyphens' }],
    })
  }
  return slug
}

/** @throws {HubError} request.invalid naming `field`, tenant.slug_taken for a path of the app's own */
export function requireTenantSlug(slug: string, field: string): string {
  if (reserved.has(requireSlug(slug, field))) throw new HubError('tenant.slug_taken')
  return slug
}
