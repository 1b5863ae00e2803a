import { evaluate, expressionProblem, type PreparedScope } from './expressions'

/**
 * `{{ expression }}` within the strings of a definition, and nowhere else: what an expression gives is put in as it is
 * and never read again, so that a template in the data of an event stays text. How a value is put in depends on where.
 */
const template = /\{\{([\s\S]*?)\}\}/g
const whole = /^\s*\{\{([\s\S]*?)\}\}\s*$/

/** Where a string goes. */
export type Target = 'value' | 'text' | 'path' | 'markdown'
export type Rendered = { value: unknown } | { problem: string }

const expressionsOf = (text: string): string[] => [...text.matchAll(template)].map(([, inner = '']) => inner.trim())

/** The strings of a value, each with its path below. */
function* stringsIn(value: unknown, path: string): Generator<[path: string, text: string]> {
  if (typeof value === 'string') yield [path, value]
  if (typeof value !== 'object' || value === null) return
  for (const [name, inner] of Object.entries(value)) yield* stringsIn(inner, `${path}.${name}`)
}

/** What is wrong with the templates within, by path. */
export function templateProblems(value: unknown, path: string): { path: string; message: string }[] {
  return [...stringsIn(value, path)].flatMap(([at, text]) => {
    if (text.replaceAll(template, '').includes('{{')) return [{ path: at, message: 'has a "{{" without its "}}"' }]
    return expressionsOf(text).flatMap((expression) => {
      const message = expressionProblem(expression)
      return message ? [{ path: at, message: `{{ ${expression.slice(0, 60)} }}: ${message}` }] : []
    })
  })
}

const textOf = (value: unknown): string =>
  typeof value === 'string'
    ? value
    : value === null
      ? ''
      : typeof value === 'object'
        ? JSON.stringify(value)
        : String(value)

/** Spaceless sign without a shape: behind it no service looks for the name of somebody. */
const wordEnd = '\u200b'

/**
 * Text that Markdown shows as it is. A backslash is enough against formatting, HTML, links, and quick actions at the
 * beginning of a line; mentions and references are looked for in the finished text, where nothing shows the backslash.
 * Source: https://spec.commonmark.org/0.31.2/#backslash-escapes
 */
export function markdownText(text: string): string {
  return text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/(?![\n\t])\p{Cc}/gu, '')
    .replaceAll(/[\\`*_{}[\]<>()#+\-!|~&@:/$=^%"'?;]/g, '\\$&')
    .replaceAll(/\\([@#!~%$&^])(?=[\p{L}\p{N}_"\\])/gu, `\\$1${wordEnd}`)
}

const escapes: Record<Target, (value: unknown) => string> = {
  value: textOf,
  text: textOf,
  path: (value) => encodeURIComponent(textOf(value)),
  markdown: (value) => markdownText(textOf(value)),
}

const isDots = (segment: string) => /^(?:\.|%2e){1,2}$/i.test(segment)

/** A value must not lead out of where the path was meant to go. */
function requirePath(path: string): Rendered {
  const [below = ''] = path.split('?')
  return below.split('/').some(isDots)
    ? { problem: 'the path must hold no "." and no ".." between slashes' }
    : { value: path }
}

function renderText(text: string, scope: PreparedScope, target: Target): Rendered {
  let problem: string | undefined
  const filled = text.replaceAll(template, (_all, inner: string) => {
    const found = evaluate(inner.trim(), scope)
    if ('problem' in found) problem ??= `{{ ${inner.trim().slice(0, 60)} }}: ${found.problem}`
    return 'value' in found ? escapes[target](found.value) : ''
  })
  if (problem !== undefined) return { problem }
  return target === 'path' ? requirePath(filled) : { value: filled }
}

function renderString(text: string, scope: PreparedScope, target: Target): Rendered {
  const alone = target === 'value' && expressionsOf(text).length === 1 ? whole.exec(text)?.[1] : undefined
  if (alone === undefined) return renderText(text, scope, target)
  const found = evaluate(alone.trim(), scope)
  return 'problem' in found ? { problem: `{{ ${alone.trim().slice(0, 60)} }}: ${found.problem}` } : found
}

/** Fills every string within; one that is a single template keeps the type of its value where the target is a value. */
export function render(given: unknown, scope: PreparedScope, target: Target): Rendered {
  if (typeof given === 'string') return renderString(given, scope, target)
  if (typeof given !== 'object' || given === null) return { value: given }
  const filled = Object.entries(given).map(([name, inner]) => [name, render(inner, scope, target)] as const)
  for (const [, one] of filled) if ('problem' in one) return one
  const values = filled.map(([name, one]) => [name, 'value' in one ? one.value : null] as const)
  return { value: Array.isArray(given) ? values.map(([, one]) => one) : Object.fromEntries(values) }
}
