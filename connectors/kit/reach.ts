import { type HttpClient, HttpFailure } from '@/server/kernel/http'
import type { Trouble } from './answers'
import type { Connector } from './define'
import { listResources, listsOf } from './discover'
import { echoesOfSettings, withoutEchoes } from './echo'
import { applies, attempt, reading, sendAuthorized, startRun, troubleOf } from './run'
import type { ConnectorSettings, SettingValue } from './settings'

/**
 * Whether a credential reaches what its integration is used for: the list that the settings name a project, repository
 * or the like of, else the first list there is, else the request the manifest tries its permissions with. One item is
 * asked for, and what was found is an answer, not an error.
 */
export type Reach =
  | { kind: 'nothing' }
  | { kind: 'access'; needs: readonly string[]; request: string }
  | { kind: 'list'; list: string; title: string; input: Record<string, string> }

export type ReachFound = { trouble: Trouble } | { trouble: null; isEmpty: boolean; first: string | null }

const isNamed = (value: SettingValue | undefined): value is SettingValue => value !== undefined && value !== ''

/** What the settings give for a list's inputs; undefined when one of them is not among the settings. */
function inputFrom(names: readonly string[], config: ConnectorSettings['config']): Record<string, string> | undefined {
  const entries = names.map((name) => [name, config[name]] as const)
  if (!entries.every(([, value]) => isNamed(value))) return undefined
  return Object.fromEntries(entries.map(([name, value]) => [name, String(value)]))
}

/** What would be asked. */
export function reachOf(connector: Connector, settings: ConnectorSettings): Reach {
  const lists = Object.entries(listsOf(connector, settings)).flatMap(([list, { title, inputs = {} }]) => {
    const input = inputFrom(Object.keys(inputs), settings.config)
    return input ? [{ kind: 'list' as const, list, title: title ?? list, input }] : []
  })
  const precise = lists.find(({ input }) => Object.keys(input).length > 0)
  const chosen = precise ?? lists[0]
  if (chosen) return chosen
  const { access } = connector.manifest.probes
  if (!access || !applies({ settings }, access)) return { kind: 'nothing' }
  return { kind: 'access', needs: access.needs, request: access.request }
}

/** Asks it. @throws when the call is aborted, or for a fault of ours */
export async function tryReach(
  connector: Connector,
  settings: ConnectorSettings,
  http: HttpClient,
  { reach, signal }: { reach: Exclude<Reach, { kind: 'nothing' }>; signal?: AbortSignal | undefined },
): Promise<ReachFound> {
  if (reach.kind === 'list') {
    const { list, input } = reach
    const { trouble, resources } = await listResources(connector, settings, http, { list, input, first: 1, signal })
    if (trouble) return { trouble }
    const first = resources[0] ? withoutEchoes(resources[0].name, echoesOfSettings(settings)) : null
    return { trouble: null, isEmpty: resources.length === 0, first }
  }
  const run = startRun(connector, settings, http, { signal, now: () => new Date() })
  const response = await attempt(() => sendAuthorized(run, reach.request))
  if (response instanceof HttpFailure) return { trouble: troubleOf(response) }
  const { trouble } = reading(run, response, connector.manifest.probes.access ?? {})
  return trouble ? { trouble } : { trouble: null, isEmpty: false, first: null }
}
