/**
 * What a text may hold to be kept. PostgreSQL knows no NUL, and half of a surrogate pair is no character: as text it
 * would silently become another one, in JSON it is refused.
 */
const unstorable = /[\0\p{Cs}]/u

export const isStorable = (text: string): boolean => !unstorable.test(text)

/** The beginning of a text, never half of its last character. */
export function clipped(text: string, max: number): string {
  return text.slice(0, max).replace(/\p{Cs}$/u, '')
}

const earliest = Date.parse('0001-01-01T00:00:00.000Z')
const latest = Date.parse('9999-12-31T23:59:59.999Z')

/** Whether an instant has a year of four digits: others are written in a form that databases and clients refuse. */
export function isStorableInstant(at: Date): boolean {
  const ms = at.getTime()
  return ms >= earliest && ms <= latest
}
