import { expect, test } from 'vitest'
import { interpretingValidator } from './form-validator'
import { readSchema, valuesOf } from './schema'
import { problemsOf } from './validation'

const schema = readSchema({
  type: 'object',
  properties: {
    baseUrl: { type: 'string', title: 'Base URL', format: 'uri', pattern: '^https?://[^/]', minLength: 1 },
    tokenHost: { type: 'string', title: 'Token service', format: 'origin' },
    status: { type: 'integer', title: 'Status', minimum: 100, maximum: 599 },
    answer: { type: 'string', title: 'Answer', enum: ['json', 'any'] },
  },
  required: ['baseUrl'],
  additionalProperties: false,
})

test('settings that fit are told no problem', () => {
  expect(problemsOf(schema, { baseUrl: 'https://registry.example.org', status: 204, answer: 'json' })).toEqual({})
})

test('an absent or emptied required field is told', () => {
  expect(problemsOf(schema, {})).toEqual({ baseUrl: 'Base URL is required.' })
  expect(problemsOf(schema, { baseUrl: '' })).toEqual({ baseUrl: 'Base URL is required.' })
})

test('every field that does not fit is told by its own name, and its value never quoted', () => {
  const told = problemsOf(schema, { baseUrl: 'hunter2', tokenHost: 'https://a.example/path', status: 9, answer: 'x' })
  expect(Object.keys(told).sort()).toEqual(['answer', 'baseUrl', 'status', 'tokenHost'])
  expect(told.status).toBe('Status has to be 100 or more.')
  expect(told.answer).toBe('Answer has to be one of: json, any.')
  expect(JSON.stringify(told)).not.toContain('hunter2')
})

test('what is empty or of another schema is not kept', () => {
  expect(valuesOf(schema, { baseUrl: 'https://a.example', tokenHost: '', other: 1, status: undefined })).toEqual({
    baseUrl: 'https://a.example',
  })
})

test('a schema that is no schema is read as one without fields', () => {
  expect(readSchema(null)).toEqual({ type: 'object', properties: {}, required: [] })
})

test('the form library is told the same', () => {
  const json = { ...schema, additionalProperties: false } as const
  const ask = (data: Record<string, unknown>) => interpretingValidator.isValid(json as never, data, json as never)
  expect(ask({ baseUrl: 'https://registry.example.org' })).toBe(true)
  expect(ask({})).toBe(false)
})

test('a frozen schema, as the cache gives it, is read all the same', () => {
  const field = Object.freeze({ type: 'string', title: 'Host', format: 'hostname' })
  const frozen = Object.freeze({ type: 'object', properties: Object.freeze({ host: field }), required: ['host'] })
  expect(problemsOf(readSchema(frozen), { host: 'not a host' })).toHaveProperty('host')
  expect(problemsOf(readSchema(frozen), { host: 'git.example.org' })).toEqual({})
})
