import { HubError } from '@/server/kernel/errors'

/** The names people give to things, and their addresses: what is kept of them, or why it is refused. */
const maxName = 100
/** Source: https://www.rfc-editor.org/rfc/rfc5321#section-4.5.3.1.3 */
const maxEmail = 254

function refuse(path: string, message: string): never {
  throw new HubError('request.invalid', undefined, { fields: [{ path, message }] })
}

export function isName(text: string): boolean {
  const name = text.trim()
  return name.length > 0 && name.length <= maxName && !/\p{Cc}/u.test(name)
}

/** @throws {HubError} request.invalid naming `path` */
export function requireName(text: string, path: string): string {
  if (isName(text)) return text.trim()
  return refuse(path, `has to be 1 to ${maxName} characters`)
}

/** @throws {HubError} request.invalid naming `path` */
export function requireEmail(text: string, path: string): string {
  const email = text.trim()
  if (email.length <= maxEmail && /^[^\s@\p{Cc}]+@[^\s@\p{Cc}]+$/u.test(email)) return email
  return refuse(path, 'has to be an e-mail address')
}
