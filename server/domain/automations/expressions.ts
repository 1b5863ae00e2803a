import vm from 'node:vm'
import { Environment } from '@marcbachmann/cel-js'
import { LRUCache } from 'lru-cache'

/**
 * Conditions and templates are CEL, which has neither loops nor side effects. It still could take long (nested macros,
 * a regular expression) or grow (joining what a macro repeated), so that three forms are refused when it is read, and
 * an evaluation that takes longer than its limit is stopped by the virtual machine.
 * Source: https://github.com/google/cel-spec/blob/master/doc/langdef.md
 */
const maxLength = 1_000
const limitMs = 50
/** Of the whole input, as JSON. */
export const maxInputBytes = 256 * 1024

const environment = new Environment({
  unlistedVariablesAreDyn: false,
  homogeneousAggregateLiterals: false,
  enableOptionalTypes: true,
  limits: { maxAstNodes: 500, maxDepth: 40, maxListElements: 100, maxMapEntries: 100, maxCallArguments: 8 },
})
  .registerVariable('event', 'map')
  .registerVariable('steps', 'map')

type Parsed = ReturnType<typeof environment.parse>
type Node = Parsed['ast']

export type Scope = { event: Record<string, unknown>; steps: Record<string, unknown> }
export type Evaluated = { value: unknown } | { problem: string }

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'op' in value && 'args' in value

function childrenOf({ args }: Node): Node[] {
  const flat = (value: unknown): Node[] => (isNode(value) ? [value] : Array.isArray(value) ? value.flatMap(flat) : [])
  return flat(args)
}

const macros = new Set(['all', 'exists', 'exists_one', 'map', 'filter'])

/** Which method a node calls, and with what. */
function methodOf(node: Node): { name: string; given: Node[] } | null {
  if (node.op !== 'rcall' || !Array.isArray(node.args)) return null
  const [name, , given] = node.args as [string, Node, Node[]]
  return { name, given }
}

const uses = (node: Node, found: (node: Node) => boolean): boolean =>
  found(node) || childrenOf(node).some((child) => uses(child, found))

const isMacro = (node: Node) => macros.has(methodOf(node)?.name ?? '')

function growthOfMacro({ name, given: [variable, ...bodies] }: { name: string; given: Node[] }): string | null {
  if (bodies.some((body) => uses(body, isMacro))) return `${name} cannot hold all, exists, filter or map`
  const isOther = ({ op, args }: Node) => op === 'id' && args !== variable?.args
  return name === 'map' && bodies.some((body) => uses(body, isOther)) ? 'map can use only its own variable' : null
}

/** What would let an answer grow faster than what it is made of. */
function growth(node: Node): string | null {
  const method = methodOf(node)
  if (method?.name === 'bind') return 'cel.bind cannot be used here'
  if (method?.name === 'join' && method.given.some(({ op }) => op !== 'value'))
    return 'join needs a separator in quotes'
  const own = method && macros.has(method.name) ? growthOfMacro(method) : null
  return own ?? childrenOf(node).reduce<string | null>((found, child) => found ?? growth(child), null)
}

const wordsOf = (error: unknown): string => {
  const { summary, message } = error as { summary?: string; message?: string }
  return (summary ?? message ?? 'cannot be evaluated').slice(0, 300)
}

/** What may take long. Without it an evaluation is as long as the expression, and a watch over it costs more than it does. */
const lengthy = new Set([...macros, 'matches', 'split', 'join'])
const isLengthy = (node: Node) => uses(node, (one) => lengthy.has(methodOf(one)?.name ?? ''))

type Read = { parsed: Parsed; type: string; isLengthy: boolean } | { problem: string }

function read(text: string): Read {
  if (text.length > maxLength) return { problem: `may have ${maxLength} characters at most` }
  try {
    const parsed = environment.parse(text)
    const checked = parsed.check()
    if (!checked.valid) return { problem: wordsOf(checked.error) }
    const problem = growth(parsed.ast)
    return problem ? { problem } : { parsed, type: String(checked.type), isLengthy: isLengthy(parsed.ast) }
  } catch (error) {
    return { problem: wordsOf(error) }
  }
}

const known = new LRUCache<string, Read>({ max: 500 })

function readOnce(text: string): Read {
  const found = known.get(text) ?? read(text)
  known.set(text, found)
  return found
}

/** What is wrong with an expression; null when it can be used. A condition has to be true or false. */
export function expressionProblem(text: string, { isCondition = false } = {}): string | null {
  const found = readOnce(text)
  if ('problem' in found) return found.problem
  return !isCondition || found.type === 'bool' || found.type === 'dyn' ? null : 'has to be true or false'
}

/** As CEL has values: a whole number is an int. */
function toCel(value: unknown): unknown {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? BigInt(value) : value
  if (Array.isArray(value)) return value.map(toCel)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, toCel(inner)]))
}

const numberOf = (value: bigint) => (Number.isSafeInteger(Number(value)) ? Number(value) : String(value))

/** As JSON has them; what has no such form is its text. */
function fromCel(value: unknown): unknown {
  if (typeof value === 'bigint') return numberOf(value)
  if (value instanceof Date) return value.toISOString()
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64')
  if (Array.isArray(value)) return value.map(fromCel)
  if (value instanceof Map) return Object.fromEntries([...value].map(([name, inner]) => [String(name), fromCel(inner)]))
  if (typeof value !== 'object' || value === null) return value ?? null
  if (Object.getPrototypeOf(value) !== Object.prototype && Object.getPrototypeOf(value) !== null) return String(value)
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, fromCel(inner)]))
}

const box = vm.createContext(Object.create(null), { codeGeneration: { strings: false, wasm: false } })
const runner = new vm.Script('work()')

const isTimeout = (error: unknown) => (error as { code?: string }).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'

/** The clock of the limit goes on while the machine does something else: then little was computed, and it is tried again. */
const mostTries = 5
const isStarved = (before: NodeJS.CpuUsage) => {
  const { user, system } = process.cpuUsage(before)
  return user + system < (limitMs * 1_000) / 2
}

function tried<T>(work: () => T): T {
  const place = box as { work?: () => T }
  place.work = work
  try {
    return runner.runInContext(box, { timeout: limitMs }) as T
  } finally {
    delete place.work
  }
}

/** The virtual machine ends whatever runs within, a regular expression too. */
function limited<T>(work: () => T): T {
  for (let tries = 1; ; tries++) {
    const before = process.cpuUsage()
    try {
      return tried(work)
    } catch (error) {
      if (!isTimeout(error) || tries === mostTries || !isStarved(before)) throw error
    }
  }
}

/** An input, prepared once for all expressions that read it. */
export type PreparedScope = { readonly scope: Record<string, unknown> }
export const prepareScope = (scope: Scope): PreparedScope => ({ scope: toCel(scope) as Record<string, unknown> })

/** The value of an expression, or why it has none. Never throws, and never takes longer than its limit. */
export function evaluate(text: string, { scope }: PreparedScope): Evaluated {
  const found = readOnce(text)
  if ('problem' in found) return found
  try {
    return { value: fromCel(found.isLengthy ? limited(() => found.parsed(scope)) : found.parsed(scope)) }
  } catch (error) {
    return { problem: isTimeout(error) ? `took longer than ${limitMs} ms` : wordsOf(error) }
  }
}

/** Whether a condition holds; one that is neither true nor false has a problem. */
export function holds(text: string, scope: PreparedScope): { holds: boolean } | { problem: string } {
  const found = evaluate(text, scope)
  if ('problem' in found) return found
  return typeof found.value === 'boolean' ? { holds: found.value } : { problem: 'is neither true nor false' }
}
