import type { Context } from '@/server/kernel/context'
import { type FieldProblem, HubError } from '@/server/kernel/errors'
import type { ProbeReport } from '@/server/kernel/health'
import { requirePermission } from '@/server/kernel/permissions'
import { env } from '@/server/platform/env'
import type { Label } from './integration'

/** What may be said about an integration beside its connector's settings. */
const slugShape = /^[a-z0-9](?:[a-z0-9-]{0,46}[a-z0-9])?$/
const minInterval = 10
const maxInterval = 86_400

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

const printable = (text: string, max: number) => text.trim().length > 0 && text.length <= max && !/\p{Cc}/u.test(text)

function labelProblems(labels: readonly Label[]): FieldProblem[] {
  const keys = labels.map((label) => label.key)
  return [
    ...labels.flatMap(({ key, value }, at) =>
      /^[A-Za-z0-9][A-Za-z0-9._/-]{0,62}$/.test(key) && printable(value, 200)
        ? []
        : [{ path: `labels.${at}`, message: 'needs a key of letters, digits, ".", "/", "_", "-" and a value' }],
    ),
    ...(new Set(keys).size === keys.length ? [] : [{ path: 'labels', message: 'name a key twice' }]),
    ...(labels.length <= 32 ? [] : [{ path: 'labels', message: 'may be 32 at most' }]),
  ]
}

/** @throws {HubError} integration.settings_invalid naming each field that is wrong */
export function requirePlacing({ name, slug, labels, owner, intervalSeconds }: Placing): void {
  const fields: FieldProblem[] = labelProblems(labels ?? [])
  if (name != null && !printable(name, 100)) fields.push({ path: 'name', message: 'has to be 1 to 100 characters' })
  if (slug != null && !slugShape.test(slug)) {
    fields.push({ path: 'slug', message: 'has to be 1 to 48 lower-case letters, digits and inner hyphens' })
  }
  if (owner != null && owner !== '' && !printable(owner, 100)) {
    fields.push({ path: 'owner', message: 'may have 100 characters' })
  }
  if (intervalSeconds != null && (intervalSeconds < minInterval || intervalSeconds > maxInterval)) {
    fields.push({ path: 'intervalSeconds', message: `has to be from ${minInterval} to ${maxInterval} seconds` })
  }
  if (fields.length > 0) throw new HubError('integration.settings_invalid', undefined, { fields })
}

export const defaultIntervalSeconds = () => env().HEALTH_INTERVAL

export const labelMap = (labels: readonly Label[]) => Object.fromEntries(labels.map(({ key, value }) => [key, value]))

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
