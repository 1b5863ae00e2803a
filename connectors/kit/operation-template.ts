import type { Operation } from './operation'
import type { OperationInput } from './operation-input'

/**
 * Fills the bodies, queries and headers of an operation. `"{name}"` alone is the value itself, of whatever type;
 * within other text it is its text. What names something that was not given is left out.
 */
const alone = /^\{(\w+)\}$/

const given = (input: OperationInput, name: string): unknown => (Object.hasOwn(input, name) ? input[name] : undefined)

const textOf = (value: unknown) => (Array.isArray(value) ? value.join(',') : String(value))

export function filledText(template: string, input: OperationInput): string | undefined {
  const names = [...template.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)
  if (names.some((name) => given(input, name) === undefined)) return undefined
  return template.replace(/\{(\w+)\}/g, (_all, name: string) => textOf(given(input, name)))
}

export function filled(template: unknown, input: OperationInput): unknown {
  if (typeof template === 'string') {
    const name = alone.exec(template)?.[1]
    return name === undefined ? filledText(template, input) : given(input, name)
  }
  if (Array.isArray(template)) return template.map((one) => filled(one, input)).filter((one) => one !== undefined)
  if (typeof template !== 'object' || template === null) return template
  const entries = Object.entries(template).map(([name, one]) => [name, filled(one, input)] as const)
  return Object.fromEntries(entries.filter(([, one]) => one !== undefined))
}

/** The input in the vendor's words, where the operation declares them. */
export function inVendorWords({ input: declared = {} }: Operation, input: OperationInput): OperationInput {
  const wordOf = (name: string, value: unknown) => {
    const words = declared[name]?.words
    const key = String(value)
    return words && Object.hasOwn(words, key) ? words[key] : value
  }
  return Object.fromEntries(Object.entries(input).map(([name, value]) => [name, wordOf(name, value)]))
}
