import { type Connector, looksSecret, partialProblems } from '@/connectors/kit'
import type { CallPolicyChanges } from '@/server/kernel/calls'
import type { Context } from '@/server/kernel/context'
import { type FieldProblem, HubError } from '@/server/kernel/errors'
import { requirePermission } from '@/server/kernel/permissions'
import { isStorable } from '@/server/kernel/text'
import { parseCallPolicy } from '../calls/policy'
import { isName } from '../names'
import { intervalProblems, isPrintable, type Label, labelProblems } from '../placing'

/**
 * What a profile may hold, and who may touch it. Profiles belong to the whole tenant: whoever may read every
 * integration, or connect one in some project, reads them; whoever may write every integration writes them.
 *
 * @throws {HubError} permission.denied
 */
export function requireReading(ctx: Context): void {
  const mayConnect = ctx.grants.some(
    ({ permission, integrationId }) => permission === 'integrations:write' && !integrationId,
  )
  if (!mayConnect) requirePermission(ctx, 'integrations:read')
}

/** @throws {HubError} permission.denied */
export const requireWriting = (ctx: Context): void => requirePermission(ctx, 'integrations:write')

const maxDescription = 500

type Words = {
  name?: string | null | undefined
  description?: string | null | undefined
  labels?: readonly Label[] | null | undefined
  intervalSeconds?: number | null | undefined
}

const secretMessage = 'looks like a secret, and secrets are never part of a profile'

function secretsIn({ name, description, labels }: Words): FieldProblem[] {
  const texts: [string, unknown][] = [
    ['name', name],
    ['description', description],
    ...(labels ?? []).flatMap(({ key, value }, at): [string, unknown][] => [
      [`labels.${at}`, key],
      [`labels.${at}`, value],
    ]),
  ]
  return texts.flatMap(([path, text]) => (looksSecret(text) ? [{ path, message: secretMessage }] : []))
}

function wordProblems(words: Words): FieldProblem[] {
  const { name, description, labels, intervalSeconds } = words
  const fields = [...labelProblems(labels ?? []), ...intervalProblems(intervalSeconds), ...secretsIn(words)]
  if (name != null && !(isName(name) && isStorable(name))) {
    fields.push({ path: 'name', message: 'has to be 1 to 100 characters' })
  }
  if (description != null && description !== '' && !isPrintable(description, maxDescription)) {
    fields.push({ path: 'description', message: `may have ${maxDescription} characters, in one line` })
  }
  return fields
}

type Settings = { instance: string; method: string; config: Record<string, unknown> }

/** @throws {HubError} integration.settings_invalid naming each field that is wrong */
export function requireFitting(
  words: Words,
  connector: Connector | null,
  settings: Settings | null,
  namePath = 'name',
): void {
  const problems = connector && settings ? partialProblems(connector, settings) : []
  const told = wordProblems(words).map((problem) =>
    problem.path === 'name' ? { ...problem, path: namePath } : problem,
  )
  const fields = [...told, ...problems]
  if (fields.length === 0) return
  throw new HubError('integration.settings_invalid', 'The profile cannot be saved like this.', { fields })
}

/**
 * How calls are made, as far as a profile may say it. A fallback names one integration and belongs to another one, so
 * it is no part of what many start from.
 *
 * @throws {HubError} request.invalid
 */
export function parseProfilePolicy(given: Record<string, unknown> | null | undefined): CallPolicyChanges {
  const policy = parseCallPolicy(given ?? {})
  if (policy.fallback == null) return withoutFallback(policy)
  const fields = [{ path: 'callPolicy.fallback', message: 'belongs to one integration: set it there' }]
  throw new HubError('request.invalid', undefined, { fields })
}

export function withoutFallback({ fallback: _itsOwn, ...policy }: CallPolicyChanges): CallPolicyChanges {
  return policy
}
