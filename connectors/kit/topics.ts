import type { z } from 'zod'
import { valueAt } from './template'
import type { webhooks } from './webhooks'

/**
 * What a delivery is called here: `github.pull_request.opened`. Every delivery has some topic, also one whose type the
 * manifest has never heard of.
 */
export type Webhooks = z.infer<typeof webhooks>
type Place = NonNullable<Webhooks['type']>

export type TopicSource = {
  /** Lower-case names. */
  headers: Readonly<Record<string, string | undefined>>
  /** What the body says; undefined when it is neither JSON nor a form. */
  document: unknown
}

const scalarText = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined

/** The first of several places in which there is something. */
export function textAt(place: Place | undefined, { headers, document }: TopicSource): string | undefined {
  if (!place) return undefined
  if ('header' in place) return headers[place.header.toLowerCase()]
  const paths = typeof place.body === 'string' ? [place.body] : place.body
  for (const path of paths) {
    const found = scalarText(valueAt(document, path))
    if (found !== undefined && found !== '') return found
  }
  return undefined
}

const mostSegments = 6

/** "Merge Request" and "/deploy-now" as a part of a name. */
const segment = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .replace(/[^a-z0-9-]+/g, '_')
    .replace(/^[_-]+|[_-]+$/g, '')
    .slice(0, 60)

type Told = { type: string | undefined; source: TopicSource; words: Record<string, string> }

function wordOf(name: string, { type, source, words }: Told): string {
  const value = name === 'type' ? (type ?? '') : (scalarText(valueAt(source.document, name)) ?? '')
  return Object.hasOwn(words, value) ? (words[value] ?? value) : value
}

/** A value that is not there leaves its segment out. */
function expandTopic(template: string, told: Told): string {
  return template
    .split('.{')
    .flatMap((piece, at) => {
      if (at === 0) return piece.split('.')
      const [name = '', rest = ''] = piece.split('}', 2)
      return [segment(wordOf(name, told)), ...rest.split('.')]
    })
    .filter((part) => part !== '')
    .slice(0, mostSegments)
    .join('.')
}

type Rule = NonNullable<Webhooks['rules']>[number]

const applies = ({ type: wanted, has = [], where = {} }: Rule, { type, source: { document } }: Told) =>
  (wanted === undefined || wanted === type) &&
  has.every((path) => valueAt(document, path) !== undefined) &&
  Object.entries(where).every(([path, value]) => valueAt(document, path) === value)

function templateFor({ rules = [], topics = {} }: Webhooks, told: Told): string | undefined {
  const rule = rules.find((one) => applies(one, told))
  if (rule) return rule.topic
  const { type } = told
  return type !== undefined && Object.hasOwn(topics, type) ? topics[type] : topics['*']
}

/** @param family the noun of the vendor's topics: `github` */
export function topicOf(
  webhooks: Webhooks | undefined,
  family: string,
  source: TopicSource,
): { type: string | null; topic: string } {
  const type = textAt(webhooks?.type, source)
  const told = { type, source, words: webhooks?.words ?? {} }
  const template = (webhooks && templateFor(webhooks, told)) ?? `${family}.{type}`
  const topic = expandTopic(template, told)
  return { type: type ?? null, topic: topic.includes('.') ? topic : `${family}.received` }
}
