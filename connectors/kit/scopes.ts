import { HttpFailure, type HttpResponse } from '@/server/kernel/http'
import type { Trouble } from './answers'
import type { ConnectorManifest } from './manifest'
import {
  applies,
  attempt,
  type Finding,
  type ProbeRun,
  readable,
  reading,
  sendAuthorized,
  skipped,
  slowedDown,
  troubled,
  troubleOf,
} from './run'
import { valueAt } from './template'

/**
 * Whether a credential may do what its integration needs. A wider scope satisfies a narrower need; what a vendor does
 * not tell is neither a pass nor a failure.
 */
type ScopesProbe = NonNullable<ConnectorManifest['probes']['scopes']>
type Need = ScopesProbe['needs'][string][number]

const inWords = (need: Need) => (typeof need === 'string' ? need : need.join(' or '))

/** What is needed, for those who make a credential; alternatives stand together, as in "repo or public_repo". */
export const scopeNames = (needs: readonly Need[]): string[] => needs.map(inWords)

const scopesIn = (value: unknown, separator: string): string[] =>
  (Array.isArray(value) ? value : String(value ?? '').split(separator))
    .map((scope) => readable(scope) ?? '')
    .filter((scope) => scope !== '')
    .slice(0, 100)

/** What a scope stands for, itself and all that it includes. */
function closureOf(scope: string, implies: ScopesProbe['implies'], seen = new Set<string>()): Set<string> {
  if (seen.has(scope)) return seen
  seen.add(scope)
  for (const narrower of implies?.[scope] ?? []) closureOf(narrower, implies, seen)
  return seen
}

type Judgement = { missing: Need[]; surplus: string[]; lacking: string[] }

export function judgeScopes(granted: readonly string[], probe: Pick<ScopesProbe, 'needs' | 'implies'>): Judgement {
  const covered = new Set(granted.flatMap((scope) => [...closureOf(scope, probe.implies)]))
  const isMet = (need: Need) => [need].flat().some((scope) => covered.has(scope))
  const wanted = new Set(Object.values(probe.needs).flat(2))
  return {
    missing: (probe.needs['*'] ?? []).filter((need) => !isMet(need)),
    surplus: granted.filter((scope) => ![...closureOf(scope, probe.implies)].some((one) => wanted.has(one))),
    lacking: Object.entries(probe.needs).flatMap(([capability, needs]) =>
      capability === '*' || needs.every(isMet) ? [] : [capability],
    ),
  }
}

/** Statuses with which a vendor says that there is nothing of the kind to ask. */
const nothingThere = [404, 405, 501]
const untoldByDefault = 'The service does not tell what this kind of credential may do.'

type Told = { finding: Finding } | { finding: null; granted: string[] }

async function ask(run: ProbeRun, probe: ScopesProbe): Promise<Told> {
  const response = await attempt(() => sendAuthorized(run, probe.request))
  if (response instanceof HttpFailure) return { finding: troubled('warn', troubleOf(response)) }
  const untold = { finding: skipped(probe.untold?.message ?? untoldByDefault) }
  if ([...nothingThere, ...(probe.untold?.on ?? [])].includes(response.status)) return untold
  const { told, trouble } = toldBy(run, probe, response)
  if (trouble) return { finding: troubled('warn', trouble) }
  return told === undefined || told === null
    ? untold
    : { finding: null, granted: scopesIn(told, probe.separator ?? ',') }
}

/** A header stands whatever the body says: a credential may be refused this one page and still be told its scopes. */
function toldBy(run: ProbeRun, probe: ScopesProbe, response: HttpResponse): { told: unknown; trouble: Trouble | null } {
  const header = probe.header === undefined ? undefined : response.headers[probe.header.toLowerCase()]
  if (header !== undefined) return { told: header, trouble: null }
  const { body, trouble } = reading(run, response, probe)
  return { told: probe.header === undefined ? valueAt(body, probe.path ?? '$') : undefined, trouble }
}

/** A vendor that tells no scopes lets it be tried. */
async function mayAccess(run: ProbeRun, access: NonNullable<ConnectorManifest['probes']['access']>): Promise<Finding> {
  const response = await attempt(() => sendAuthorized(run, access.request))
  if (response instanceof HttpFailure) return troubled('warn', troubleOf(response))
  const read = reading(run, response, access)
  if (read.trouble) return troubled('warn', read.trouble)
  const needed = access.needs.join(', ')
  return { status: 'pass', message: `The credential may do what everything needs: ${needed}.`, evidence: { needed } }
}

export async function authorization(run: ProbeRun): Promise<Finding> {
  const { scopes: probe, access } = run.connector.manifest.probes
  if (!probe && access && applies(run, access)) return mayAccess(run, access)
  if (!probe) return skipped('The service does not tell what the credential may do.')
  if (!applies(run, probe)) return skipped(probe.untold?.message ?? untoldByDefault)
  if (run.isThrottled) return skipped(slowedDown)
  const told = await ask(run, probe)
  if (told.finding) return told.finding
  const { missing, surplus, lacking } = judgeScopes(told.granted, probe)
  const needed = (probe.needs['*'] ?? []).map(inWords).join(', ')
  const evidence = {
    granted: told.granted.join(', '),
    needed,
    missing: missing.map(inWords).join(', '),
    surplus: surplus.join(', '),
    ...(lacking.length > 0 && { notAllowed: lacking.join(', ') }),
  }
  if (missing.length === 0) return { status: 'pass', message: messageOf(lacking, surplus), evidence }
  return {
    status: 'warn',
    message: `The credential lacks ${evidence.missing}.`,
    evidence,
    failureClass: 'permission',
    remedy:
      probe.remedy?.replaceAll('{missing}', evidence.missing) ?? `Make a credential with ${needed} and reconnect.`,
  }
}

function messageOf(lacking: readonly string[], surplus: readonly string[]): string {
  const but = lacking.length === 0 ? '' : ` It is not enough for ${lacking.join(', ')}.`
  const more = surplus.length === 0 ? '' : ` It has more than the hub uses: ${surplus.join(', ')}.`
  return `The credential has the scopes it needs.${but}${more}`
}
