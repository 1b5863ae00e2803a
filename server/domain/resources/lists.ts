import { type Discovery, listsOf, missingListsOf } from '@/connectors/kit'
import type { Context } from '@/server/kernel/context'
import { type FieldProblem, HubError } from '@/server/kernel/errors'
import { type CallTarget, openTarget } from '../calls/service'
import type { DiscoverInput, ResourceList } from './types'

/** Which lists an integration has, and whether a question for one of them can be asked. */

/** Short names people use; the first list of the connector that fits is meant. */
const shortNames: Record<string, readonly string[]> = {
  repos: ['repositories', 'projects'],
  repositories: ['projects'],
  projects: ['repositories'],
  builds: ['pipelines'],
  images: ['repositories'],
}

/**
 * Names of repositories, channels and jobs tell more than the state of a service does, so that reading along is not
 * enough: whoever may test an integration may see what it reaches. That holds for remembered answers as for new ones.
 */
export const openForLists = (ctx: Context, integration: string): Promise<CallTarget> =>
  openTarget(ctx, { integration, permission: 'integrations:test' })

type Named = Record<string, Pick<Discovery, 'title' | 'description' | 'inputs' | 'search' | 'missing'>>

function everyList({ connector, settings }: CallTarget): { offered: Named; missing: Record<string, string> } {
  return { offered: listsOf(connector, settings), missing: missingListsOf(connector, settings) }
}

const titleOf = (name: string) => name.charAt(0).toUpperCase() + name.slice(1).replace(/[A-Z]/g, ' $&').toLowerCase()

/** The name of the list that is meant. @throws {HubError} resource.unknown_list */
export function listNamed(target: CallTarget, type: string): string {
  const { offered, missing } = everyList(target)
  const known = [...Object.keys(offered), ...Object.keys(missing)]
  const meant = [type, ...(Object.hasOwn(shortNames, type) ? (shortNames[type] ?? []) : [])]
  const name = meant.find((one) => known.includes(one))
  if (name !== undefined) return name
  const { name: connector } = target.connector.manifest
  throw new HubError(
    'resource.unknown_list',
    known.length > 0
      ? `${connector} has no list of this name; it has: ${known.join(', ')}.`
      : `${connector} has nothing to list.`,
  )
}

const isFit = (value: string | undefined, pattern: string | undefined) =>
  value !== undefined && value !== '' && value.length <= 500 && (!pattern || new RegExp(pattern).test(value))

/** Registries know a repository by more than one name. */
function settledInput(target: CallTarget, input: Readonly<Record<string, string>>): Record<string, string> {
  const { images } = target.connector.hooks
  const { repository } = input
  const parsed =
    images && repository && !/[:@]/.test(repository) ? images.parse(repository, target.settings) : undefined
  return parsed && 'repository' in parsed ? { ...input, repository: parsed.repository } : { ...input }
}

function inputProblems(declared: NonNullable<Discovery['inputs']>, input: Record<string, string>): FieldProblem[] {
  const unfit = Object.entries(declared).filter(([key, { pattern }]) => {
    return !isFit(Object.hasOwn(input, key) ? input[key] : undefined, pattern)
  })
  const unknown = Object.keys(input).filter((key) => !Object.hasOwn(declared, key))
  return [
    ...unfit.map(([key, { title, examples }]) => {
      const example = examples?.[0] ? `, such as ${examples[0]}` : ''
      return { path: `input.${key}`, message: `has to be a ${title.toLowerCase()}${example}` }
    }),
    ...unknown.map((key) => ({ path: `input.${key.slice(0, 100)}`, message: 'is not an input of this list' })),
  ]
}

/**
 * The values of a list's inputs. That one is missing or of a wrong form is the caller's mistake; that the service knows
 * no such repository is its answer.
 *
 * @throws {HubError} request.invalid, naming each input
 */
export function inputFor(target: CallTarget, name: string, given: DiscoverInput['input']): Record<string, string> {
  const declared = listsOf(target.connector, target.settings)[name]?.inputs ?? {}
  const input = settledInput(target, given ?? {})
  const fields = inputProblems(declared, input)
  if (fields.length === 0) return input
  const named = fields.map(({ path, message }) => `${path} ${message}`).join('; ')
  throw new HubError('request.invalid', `The list cannot be read like this: ${named}.`, { fields })
}

/**
 * What can be listed of an integration, and what each list wants to know first.
 *
 * @throws {HubError} permission.denied, integration.not_found, integration.disabled
 */
export async function readResourceLists(ctx: Context, integration: string): Promise<ResourceList[]> {
  const target = await openForLists(ctx, integration)
  const { offered, missing } = everyList(target)
  const { discover = {} } = target.connector.manifest
  return Object.entries(discover)
    .filter(([name]) => Object.hasOwn(offered, name) || Object.hasOwn(missing, name))
    .map(([name, declared]) => ({
      name,
      title: declared.title ?? titleOf(name),
      description: declared.description ?? null,
      inputs: Object.entries(declared.inputs ?? {}).map(([key, one]) => ({
        name: key,
        title: one.title,
        description: one.description ?? null,
        pattern: one.pattern ?? null,
        list: one.list !== undefined && Object.hasOwn(offered, one.list) ? one.list : null,
        examples: one.examples ?? [],
      })),
      isSearchable: declared.search !== undefined,
      missing: missing[name] ?? null,
    }))
}
