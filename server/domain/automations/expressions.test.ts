import { describe, expect, it } from 'vitest'
import { evaluate, expressionProblem, holds, prepareScope } from './expressions'
import { markdownText, render, templateProblems } from './templates'

const scopeOf = (data: Record<string, unknown>) =>
  prepareScope({ event: { type: 'task.completed', data }, steps: { first: { output: { n: 1 } } } })
const scope = scopeOf({ n: 5, f: 1.5, s: 'x', list: [{ name: 'a' }, { name: 'b' }], nothing: null })

describe('an expression', () => {
  it.each([
    ['event.data.n + 1', 6],
    ['event.data.f * 2.0', 3],
    ['event.data.list.map(l, l.name).join(", ")', 'a, b'],
    ['event.data.list.exists(l, l.name == "b")', true],
    ['event.data.?missing.orValue("d")', 'd'],
    ['event.data.nothing == null', true],
    ['steps.first.output.n', 1],
    ['event.data.list', [{ name: 'a' }, { name: 'b' }]],
  ])('%s is evaluated', (text, value) => {
    expect(evaluate(text, scope)).toEqual({ value })
  })

  it.each([
    'event.data.missing',
    'event.constructor',
    'event.__proto__',
    'event.data.s.constructor',
    'process',
    'globalThis',
    'event.data.n.toString()',
    'this',
  ])('%s reaches nothing', (text) => {
    expect(evaluate(text, scope)).toEqual({ problem: expect.any(String) })
  })

  it.each([
    ['cel.bind(x, event.data.s + event.data.s, x + x)', 'bind'],
    ['event.data.list.map(l, event.data.s)', 'only its own variable'],
    ['event.data.list.all(a, event.data.list.all(b, a == b))', 'cannot hold'],
    ['event.data.s.split("").join(event.data.s)', 'separator'],
    ['event.data.n >', 'Unexpected'],
    ['x'.repeat(1_001), '1000 characters'],
    ['nope == 1', 'Unknown variable'],
  ])('%s is refused when it is saved', (text, words) => {
    expect(expressionProblem(text)).toContain(words)
  })

  it('that is no condition is refused as one', () => {
    expect(expressionProblem('"a" + "b"', { isCondition: true })).toBe('has to be true or false')
    expect(holds('event.data.s', scope)).toEqual({ problem: 'is neither true nor false' })
    expect(holds('event.data.n > 3', scope)).toEqual({ holds: true })
  })

  it('is stopped when it takes long, and leaves the process as it was', () => {
    const evil = scopeOf({ s: `${'a'.repeat(60)}!`, list: Array(20_000).fill('a'.repeat(10)) })
    const text = 'event.data.list.exists(l, l.matches("^(a+)+b$") || event.data.s.matches("^(a+)+$"))'
    const startedAt = performance.now()
    expect(evaluate(text, evil)).toEqual({ problem: 'took longer than 50 ms' })
    expect(performance.now() - startedAt).toBeLessThan(500)
    expect(evaluate('1 + 1', evil)).toEqual({ value: 2 })
  })

  it('that is short is not stopped because the machine was busy with something else', () => {
    let standsStill = 2
    const slow = {
      get n() {
        // Longer than the limit, and nothing is computed.
        if (standsStill-- > 0) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 120)
        return 1n
      },
    }
    expect(evaluate('string(event.n).matches("1")', { scope: { event: slow, steps: {} } })).toEqual({ value: true })
  })

  it('grows with what it is given at most by its own length', () => {
    const big = scopeOf({ s: 'x'.repeat(120_000), list: Array(40_000).fill('y') })
    const before = process.memoryUsage().rss
    const sum = Array(90)
      .fill('event.data.s')
      .join('+')
      .slice(0, 990)
      .replace(/\+[^+]*$/, '')
    for (const text of [
      sum,
      'event.data.s.split("").join("0123456789")',
      'event.data.list.map(l, l+l+l+l+l+l).join(", ")',
    ]) {
      const startedAt = performance.now()
      evaluate(text, big)
      expect(performance.now() - startedAt).toBeLessThan(1_000)
    }
    expect(process.memoryUsage().rss - before).toBeLessThan(200e6)
  })
})

describe('a template', () => {
  it('keeps the type of a value it is alone for, and is text among others', () => {
    const given = { a: '{{ event.data.n }}', b: 'n: {{ event.data.n }}', c: ['{{ event.data.list }}'], d: 3 }
    expect(render(given, scope, 'value')).toEqual({
      value: { a: 5, b: 'n: 5', c: [[{ name: 'a' }, { name: 'b' }]], d: 3 },
    })
    expect(render('{{ event.data.s }}{{ event.data.n }}', scope, 'value')).toEqual({ value: 'x5' })
  })

  it('in the data of an event stays text', () => {
    const sly = scopeOf({ s: '{{ event.type }}', key: '{{ steps }}' })
    expect(render('{{ event.data.s }} and {{ event.data.key }}', sly, 'text')).toEqual({
      value: '{{ event.type }} and {{ steps }}',
    })
  })

  it('in a path leads nowhere else', () => {
    const sly = scopeOf({ s: 'a/../b?x=1#y', dots: '..', dot: '.' })
    expect(render('/repos/{{ event.data.s }}/x', sly, 'path')).toEqual({ value: '/repos/a%2F..%2Fb%3Fx%3D1%23y/x' })
    for (const path of ['/repos/{{ event.data.dots }}/x', '/a/{{ event.data.dot }}{{ event.data.dot }}', '/%2e%2E/x']) {
      expect(render(path, sly, 'path')).toEqual({ problem: expect.stringContaining('..') })
    }
  })

  it('says which expression has no value', () => {
    expect(render({ a: ['{{ event.data.zz }}'] }, scope, 'value')).toEqual({
      problem: expect.stringContaining('event.data.zz'),
    })
  })

  it('that cannot be read is refused when it is saved, by its place', () => {
    expect(templateProblems({ a: { b: ['ok {{ event.type }}', '{{ 1 + }}', 'open {{ 1'] } }, 'input')).toEqual([
      { path: 'input.a.b.1', message: expect.stringContaining('1 +') },
      { path: 'input.a.b.2', message: expect.stringContaining('without its') },
    ])
  })
})

describe('text in a comment', () => {
  it.each([
    ['@everyone', /@(?!\u200b)/],
    ['see acme/api#12 and !7', /[#!](?!\u200b)/],
    ['<img src=x onerror=alert(1)>', /(?<!\\)[<>]/],
    ['[click](https://evil.example)', /(?<!\\)[[\]()]/],
    ['/close', /^\//m],
    ['fine\n/merge', /^\//m],
    ['```\ncode', /(?<!\\)`/],
    ['https://evil.example', /https:\/\//],
    ['&#64;everyone', /(?<!\\)&/],
  ])('%s does nothing', (text, bad) => {
    expect(markdownText(text)).not.toMatch(bad)
  })

  it('stays readable', () => {
    expect(markdownText('All 12 checks passed in 3.5 s, thanks.')).toBe('All 12 checks passed in 3.5 s, thanks.')
  })
})
