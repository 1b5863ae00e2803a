import { describe, expect, it } from 'vitest'
import { bodyOf, headersOf, jsonOf, queryOf, textOf } from './bodies'

describe('a body', () => {
  it('is JSON, text or bytes, and in one form only', () => {
    expect(bodyOf({ body: { a: 1 } })).toEqual({ a: 1 })
    expect(bodyOf({ body: 'a' })).toEqual(Buffer.from('"a"'))
    expect(bodyOf({ bodyText: 'a' })).toBe('a')
    expect(bodyOf({ bodyBase64: '/w==' })).toEqual(Buffer.from([255]))
    expect(bodyOf({})).toBeUndefined()
    expect(() => bodyOf({ body: 1, bodyText: 'a' })).toThrow('not valid')
    expect(() => bodyOf({ bodyBase64: '?' })).toThrow('not valid')
  })

  it('of an answer that is neither text nor JSON is null as such', () => {
    expect(textOf(Buffer.from([255]))).toBeNull()
    expect(jsonOf(Buffer.from('x'))).toBeNull()
    expect(jsonOf(Buffer.from('{"a":1}'))).toEqual({ a: 1 })
  })
})

describe('queries and headers', () => {
  it('hold values, and nothing deeper', () => {
    expect(queryOf({ a: [1, 'b'], c: true })).toEqual({ a: [1, 'b'], c: true })
    expect(() => queryOf({ a: { b: 1 } })).toThrow('not valid')
    expect(headersOf({ a: 1, b: 'c' })).toEqual({ a: '1', b: 'c' })
    expect(() => headersOf({ a: {} })).toThrow('not valid')
  })
})
