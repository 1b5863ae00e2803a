import { describe, expect, it } from 'vitest'
import { createLogger, maskSecrets } from './logger'

function written(log: (logger: ReturnType<typeof createLogger>) => void): Record<string, unknown> {
  const lines: string[] = []
  log(createLogger({ level: 'info', format: 'json' }, { write: (line) => lines.push(line) }))
  return JSON.parse(lines.join('')) as Record<string, unknown>
}

describe('logger', () => {
  it('writes one JSON line per fact', () => {
    expect(written((log) => log.info({ port: 3000 }, 'listening'))).toMatchObject({
      level: 'info',
      port: 3000,
      msg: 'listening',
    })
  })

  it('redacts what looks secret, two levels deep', () => {
    const line = written((log) =>
      log.info({ password: 'p1', user: { token: 'p2' }, request: { headers: { authorization: 'p3', cookie: 'p4' } } }),
    )
    expect(JSON.stringify(line)).not.toMatch(/p[1-4]/)
  })

  it('masks tokens wherever they stand', () => {
    const line = written((log) =>
      log.info({ url: '/sign-in?token=abc123def' }, 'POST /hooks/s3cr3t with ihk_abc_DEF and Bearer abcdefghijkl'),
    )
    expect(JSON.stringify(line)).not.toMatch(/abc123def|s3cr3t|abc_DEF|abcdefghijkl/)
  })

  it('tells the kind and the code of a cause, never its words', () => {
    const cause = Object.assign(new Error('the body said hunter2'), { code: '23505', constraint_name: 'one_name' })
    const line = written((log) => log.error({ err: new Error('The name is taken', { cause }) }, 'failed'))
    expect(line.err).toMatchObject({
      type: 'Error',
      message: 'The name is taken',
      cause: { type: 'Error', code: '23505', constraint: 'one_name' },
    })
    expect(JSON.stringify(line)).not.toContain('hunter2')
  })

  it('drops the values a driver puts into its words', () => {
    const line = written((log) => log.error({ err: new Error('Failed query: insert\nparams: hunter2,x') }))
    expect(JSON.stringify(line)).not.toContain('hunter2')
  })

  it('hides the password of a URL', () => {
    expect(maskSecrets('postgres://inthub:hunter2@127.0.0.1/x')).toBe('postgres://inthub:***@127.0.0.1/x')
    expect(maskSecrets('see https://example.com/a:b and 12:30')).toBe('see https://example.com/a:b and 12:30')
  })
})
