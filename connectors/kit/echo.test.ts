import { describe, expect, it } from 'vitest'
import { echoesOf, secretsSent, withoutEchoes } from './echo'

/** What comes back from a service that repeats what it was sent. */
const secret = 'pass wörd/+%&"77'

const forms: [string, string][] = [
  ['as it is', secret],
  ['in an address', encodeURIComponent(secret)],
  ['in an address with small letters', encodeURIComponent(secret).replace(/%../g, (each) => each.toLowerCase())],
  ['in a form', new URLSearchParams({ v: secret }).toString().slice(2)],
  ['in JSON', JSON.stringify(secret).slice(1, -1)],
  ['in base64', Buffer.from(secret).toString('base64')],
  ['in base64 for addresses', Buffer.from(secret).toString('base64url')],
  ['in hexadecimal', Buffer.from(secret).toString('hex')],
]

describe('a secret that is repeated', () => {
  it.each(forms)('is taken out %s', (_where, form) => {
    const shown = withoutEchoes(`before ${form} after`, echoesOf([secret]))
    expect(shown).toMatch(/^before \[redacted\]=* after$/)
  })

  it('is taken out whole where one is the beginning of another', () => {
    expect(withoutEchoes('abcdefgh-longer', echoesOf(['abcdefgh', 'abcdefgh-longer']))).toBe('[redacted]')
  })

  it('is not looked for when it is too short to be one', () => {
    expect(echoesOf(['short', ''])).toEqual([])
    expect(withoutEchoes('a short text', echoesOf(['short']))).toBe('a short text')
  })

  it('is, of a header, what comes after the word for its kind', () => {
    const headers = { Authorization: 'Bearer abc-def-ghi', 'X-Key': 'key-of-no-kind', Accept: 'text/plain' }
    const request = {
      method: 'GET' as const,
      url: 'https://a.example',
      headers,
      secretHeaders: ['authorization', 'x-key'],
    }
    expect(secretsSent(request)).toEqual(['abc-def-ghi', 'key-of-no-kind'])
  })
})
