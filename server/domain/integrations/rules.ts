import type { Context } from '@/server/kernel/context'
import { type FieldProblem, HubError } from '@/server/kernel/errors'
import type { ProbeReport } from '@/server/kernel/health'
import { requirePermission } from '@/server/kernel/permissions'
import { env } from '@/server/platform/env'
import { intervalProblems, isPrintable, labelProblems } from '../placing'
import type { Label } from './integration'

/** What may be said about an integration beside its connector's settings. */
const slugShape = /^[a-z0-9](?:[a-z0-9-]{0,46}[a-z0-9])?$/

/** Whoever may connect in one project may be helped, and may try settings, before it is said which. @throws {HubError} permission.denied */
export function requireConnecting(ctx: Context): void {
  const held = ctx.grants.find((grant) => grant.permission === 'integrations:write' && !grant.integrationId)
  requirePermission(ctx, 'integrations:write', held?.projectId ? { projectId: held.projectId } : {})
}

type Placing = {
  name?: string | null | undefined
  slug?: string | null | undefined
  labels?: readonly Label[] | null | undefined
  owner?: string | null | undefined
  intervalSeconds?: number | null | undefined
}

/** @throws {HubError} integration.settings_invalid naming each field that is wrong */
export function requirePlacing({ name, slug, labels, owner, intervalSeconds }: Placing): void {
  const fields: FieldProblem[] = [...labelProblems(labels ?? []), ...intervalProblems(intervalSeconds)]
  if (name != null && !isPrintable(name, 100)) fields.push({ path: 'name', message: 'has to be 1 to 100 characters' })
  if (slug != null && !slugShape.test(slug)) {
    fields.push({ path: 'slug', message: 'has to be 1 to 48 lower-case letters, digits and inner hyphens' })
  }
  if (owner != null && owner !== '' && !isPrintable(owner, 100)) {
    fields.push({ path: 'owner', message: 'may have 100 characters' })
  }
  if (fields.length > 0) throw new HubError('integration.settings_invalid', undefined, { fields })
}

export const defaultIntervalSeconds = () => env().HEALTH_INTERVAL

/** A test that failed as the error of the act it was to precede. */
export function probeFailure(report: ProbeReport): HubError {
  return new HubError('integration.probe_failed', report.message, {
    ...(report.remedy && { remedy: report.remedy }),
    ...(report.failingProbe && { fields: [{ path: `test.${report.failingProbe}`, message: report.message }] }),
  })
}

/** The next free `<stem>-<n>` beside the slugs that exist. */
export function nextSlug(stem: string, taken: readonly string[]): string {
  const ours = taken.filter((slug) => slug.startsWith(`${stem}-`))
  const numbers = new Set(ours.map((slug) => Number(slug.slice(stem.length + 1))))
  let next = 1
  while (numbers.has(next)) next++
  return `${stem}-${next}`
}
