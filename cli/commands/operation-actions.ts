import { request } from '../client'
import { CliError } from '../errors'
import { exitCodes } from '../exit-codes'
import type { CallPriority, IntegrationOperationsQuery } from '../generated/graphql'
import type { Io } from '../io'
import { nearest } from '../nearest'
import { type Detail, printList, printOne, settleView, type View } from '../output'
import { confirmByName, requirePrompts } from '../prompts'
import type { Session } from '../session'
import { plainText } from '../terminal'
import { type Run, requireArgument } from './command'
import { type InputSchema, readInput } from './operation-input'
import { operationsQuery } from './operation-queries'
import { printRun, runOperation, runView } from './operation-run'

/** `inthub integration operations` and `run`. */
type Known = NonNullable<IntegrationOperationsQuery['integration']>
type Operation = Known['operations'][number]

const operationView: View<Operation> = {
  name: (one) => one.id,
  columns: [
    { name: 'operation', text: (one) => one.id },
    { name: 'effect', text: (one) => one.effect.toLowerCase() },
    { name: 'title', text: (one) => one.title, flexible: true },
    { name: 'needs', text: (one) => one.needs.join(', '), flexible: true, wide: true },
  ],
  fields: {
    operation: (one) => one.id,
    effect: (one) => one.effect.toLowerCase(),
    title: (one) => one.title,
    description: (one) => one.description,
    needs: (one) => one.needs,
    outputs: (one) => one.outputs,
    isList: (one) => one.isList,
    inputSchema: (one) => one.inputSchema,
  },
}

async function readKnown(session: Session, id: string): Promise<Known> {
  const { integration } = await request(session, operationsQuery, { id })
  return integration
}

function findOperation({ slug, operations }: Known, name: string): Operation {
  const found = operations.find((one) => one.id === name)
  if (found) return found
  const near = nearest(
    name,
    operations.map((one) => one.id),
  )
  const remedy =
    near.length > 0 ? `Did you mean ${near.join(' or ')}?` : `List them: inthub integration operations ${slug}`
  throw new CliError(exitCodes.notFound, 'operation.unknown', 'The connector has no such operation.', { remedy })
}

type Property = {
  type?: unknown
  title?: unknown
  description?: unknown
  enum?: unknown
  default?: unknown
  examples?: unknown
}

function wordsOf(name: string, property: Property, isRequired: boolean): string {
  const { type, title, description, examples } = property
  const choices = Array.isArray(property.enum) ? `: ${property.enum.join(', ')}` : ''
  const usual = property.default === undefined ? '' : ` (${JSON.stringify(property.default)} when absent)`
  const example = isRequired && Array.isArray(examples) ? `, such as ${JSON.stringify(examples[0])}` : ''
  const need = isRequired ? 'required' : 'optional'
  const told = description ? `: ${String(description)}` : ''
  return plainText(
    `${need} ${String(type)}${choices}${usual}. ${String(title ?? name)}${example ? told.replace(/\.$/, '') : told}${example}`,
  )
}

function detailsOf(one: Operation): Detail[] {
  const { properties = {}, required = [] } = one.inputSchema as InputSchema
  return [
    ['Operation', plainText(one.id)],
    ['Title', plainText(one.title)],
    ['Effect', one.effect.toLowerCase()],
    ...(one.description ? [['What', plainText(one.description)] as const] : []),
    ['Needs', plainText(one.needs.join(' or ') || '-')],
    ...Object.entries(properties).map(
      ([name, property]) => [plainText(name), wordsOf(name, property, required.includes(name))] as const,
    ),
    ['Answers', plainText(one.outputs.join(', ') || '-')],
  ]
}

export async function operations({ io, session, args }: Run<object>): Promise<void> {
  settleView(io, operationView)
  const known = await readKnown(session, requireArgument(args, 0, 'id'))
  if (args[1] === undefined) return printList(io, operationView, known.operations, { total: known.operations.length })
  const one = findOperation(known, args[1])
  await printOne(io, operationView, one, detailsOf(one))
}

type Options = {
  given?: string[]
  inputFile?: string
  confirm?: boolean
  priority?: string
  idempotencyKey?: string
  deadline?: number
}

async function requireConfirmed(io: Io, { slug }: Known, one: Operation, isConfirmed: boolean): Promise<void> {
  if (one.effect !== 'DESTRUCTIVE' || isConfirmed) return
  requirePrompts(io, `"${one.id}" destroys something and has to be confirmed`, '--confirm')
  await confirmByName(io, slug, [one.title, ...(one.description ? [one.description] : [])].map(plainText))
}

export async function run({ io, session, args, options }: Run<Options>): Promise<void> {
  const id = requireArgument(args, 0, 'id')
  const name = requireArgument(args, 1, 'operation')
  if (io.jsonFields === 'list') settleView(io, runView)
  const known = await readKnown(session, id)
  const one = findOperation(known, name)
  const input = await readInput(options, one.inputSchema as InputSchema)
  await requireConfirmed(io, known, one, options.confirm === true)
  const { priority, idempotencyKey, deadline } = options
  const done = await runOperation(session, {
    integration: id,
    operation: name,
    input,
    confirm: one.effect === 'DESTRUCTIVE',
    ...(priority && { priority: priority.toUpperCase() as CallPriority }),
    ...(idempotencyKey !== undefined && { idempotencyKey }),
    ...(deadline !== undefined && { timeoutMs: Math.round(deadline * 1000) }),
  })
  await printRun(io, done, one)
}
