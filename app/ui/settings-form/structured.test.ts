import { expect, test } from 'vitest'
import { readSchema } from './schema'
import { asText, fromText, textFormOf } from './structured'
import { problemsOf } from './validation'

const schema = readSchema({
  properties: {
    labels: { type: 'array', title: 'Labels', items: { type: 'string' }, maxItems: 2 },
    numbers: { type: 'array', title: 'Numbers', items: { type: 'integer' } },
    blocks: { type: 'array', title: 'Blocks', items: { type: 'object' } },
    inputs: { type: 'object', title: 'Inputs', additionalProperties: { type: 'string' } },
    name: { type: 'string', title: 'Name' },
  },
  required: [],
})
const field = (name: string) => schema.properties[name] ?? {}
const read = (name: string, text: string) => {
  const form = textFormOf(field(name))
  return form && fromText(form, text, field(name))
}

test('a list of texts is a line for each, blank ones left out', () => {
  expect(read('labels', ' bug \n\nurgent\n')).toEqual(['bug', 'urgent'])
  expect(read('numbers', '1\n2')).toEqual([1, 2])
  expect(asText('lines', ['bug', 'urgent'])).toBe('bug\nurgent')
})

test('a map is a pair for each line, and its values may hold the sign that parts them', () => {
  expect(read('inputs', 'REF = main\nQUERY=a=b')).toEqual({ REF: 'main', QUERY: 'a=b' })
  expect(asText('pairs', { REF: 'main' })).toBe('REF=main')
})

test('what is neither is JSON', () => {
  expect(read('blocks', '[{"type":"divider"}]')).toEqual([{ type: 'divider' }])
})

test('nothing is nothing, and a single value is no list', () => {
  expect(read('labels', ' \n ')).toBeUndefined()
  expect(textFormOf(field('name'))).toBeNull()
})

test('what cannot be read is told at its field', () => {
  const values = { inputs: read('inputs', 'no sign'), blocks: read('blocks', '{'), labels: read('labels', 'a\nb\nc') }
  expect(problemsOf(schema, values)).toEqual({
    inputs: 'Inputs has to be a list of names and values.',
    blocks: 'Blocks has to be a list.',
    labels: 'Labels has to have 2 items at most.',
  })
})
