import { type Reach, type ReachFound, reachOf, type Trouble, tryReach } from '@/connectors/kit'
import type { DoctorCheckName } from '@/server/kernel/doctor'
import type { HttpClient } from '@/server/kernel/http'
import { wordOfTrouble } from './findings'
import type { Patient } from './suggestions'

/**
 * The eighth check: whether the credential reaches what the integration is used for. One item of a list is asked for;
 * where what everything needs was tried already, nothing is asked again.
 */
export type Found = {
  status: 'pass' | 'warn' | 'fail' | 'skipped'
  finding: string
  message: string
  evidence: Record<string, string | number | boolean | null>
  remedy: string | null
}

type Earlier = { name: DoctorCheckName; status: string; finding: string; message: string }

const skipped = (message: string): Found => ({
  status: 'skipped',
  finding: 'not_asked',
  message,
  evidence: {},
  remedy: null,
})

const withoutWhich: readonly DoctorCheckName[] = ['connectivity', 'tls', 'authentication']
const tooFast = ['slowed_down', 'quota_empty']

function skipReason(earlier: readonly Earlier[]): string | undefined {
  const broken = earlier.find(({ name, status }) => status === 'fail' && withoutWhich.includes(name))
  if (broken) return `Not asked, because ${broken.name} failed.`
  const isThrottled = earlier.some(({ finding }) => tooFast.includes(finding))
  return isThrottled ? 'Not asked, because the service asks us to slow down.' : undefined
}

const inputInWords = (input: Record<string, string>) =>
  Object.entries(input)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ')

function troubled(reach: Exclude<Reach, { kind: 'nothing' }>, trouble: Trouble): Found {
  const { evidence, failureClass, message, remedy } = trouble
  const isNamed = reach.kind === 'list' && Object.keys(reach.input).length > 0
  const isGone = isNamed && evidence.status === 404
  return {
    // What the settings name has to be there; a list that is refused leaves the rest of its use.
    status: isNamed ? 'fail' : 'warn',
    finding: isGone ? 'resource_not_found' : wordOfTrouble({ evidence, failureClass }),
    message,
    evidence: { ...evidenceOf(reach), ...evidence },
    remedy,
  }
}

function evidenceOf(reach: Exclude<Reach, { kind: 'nothing' }>): Found['evidence'] {
  if (reach.kind === 'access') return { needs: reach.needs.join(', ') }
  return { list: reach.title, ...reach.input }
}

function reached(reach: Exclude<Reach, { kind: 'nothing' }>, found: ReachFound & { trouble: null }): Found {
  const evidence = { ...evidenceOf(reach), ...(found.first !== null && { first: found.first }) }
  const passed = { status: 'pass', finding: 'ok', evidence, remedy: null } as const
  if (reach.kind === 'access') return { ...passed, message: 'The credential reaches what everything needs.' }
  const where = Object.keys(reach.input).length > 0 ? ` of ${inputInWords(reach.input)}` : ''
  if (!found.isEmpty) return { ...passed, message: `${reach.title}${where} can be listed.` }
  return { ...passed, finding: 'empty', message: `${reach.title}${where} can be listed; there are none yet.` }
}

export type ResourceQuestion = {
  patient: Patient
  settings: Parameters<typeof tryReach>[1]
  http: HttpClient
  signal?: AbortSignal | undefined
}

/** @throws when the call is aborted, or for a fault of ours */
export async function checkResources(question: ResourceQuestion, earlier: readonly Earlier[]): Promise<Found> {
  const { patient, settings, http, signal } = question
  const reason = skipReason(earlier)
  if (reason) return skipped(reason)
  const reach = reachOf(patient.connector, settings)
  if (reach.kind === 'nothing') return skipped('The connector has no list to read, so there is nothing to reach for.')
  const tried = earlier.find(({ name }) => name === 'authorization')
  const isTried = reach.kind === 'access' && !patient.connector.manifest.probes.scopes && tried?.status === 'pass'
  if (isTried) return reached(reach, { trouble: null, isEmpty: false, first: null })
  const found = await tryReach(patient.connector, settings, http, { reach, signal })
  return found.trouble ? troubled(reach, found.trouble) : reached(reach, found)
}
