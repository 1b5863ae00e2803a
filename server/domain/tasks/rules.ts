import { HubError } from '@/server/kernel/errors'

/** What a task may say: its title, its words and its links. */
const maxTitle = 200
const maxText = 2_000

function refuse(path: string, message: string): never {
  throw new HubError('request.invalid', undefined, { fields: [{ path, message }] })
}

/** @throws {HubError} request.invalid naming the title */
export function titleOf(text: string): string {
  const title = text.trim()
  if (title.length === 0 || title.length > maxTitle || /\p{Cc}/u.test(title)) {
    refuse('title', `has to be 1 to ${maxTitle} characters, in one line`)
  }
  return title
}

/** Nothing and only spaces are the same. @throws {HubError} request.invalid naming `path` */
export function textOf(text: string | null | undefined, path: string): string | null {
  const given = text?.trim() || null
  if (given && given.length > maxText) refuse(path, `may have at most ${maxText} characters`)
  // The database keeps no zero character.
  if (given?.includes('\0')) refuse(path, 'may hold no zero character')
  return given
}

/** A link may hold no password: it is shown to everybody who may read the task. @throws {HubError} request.invalid naming `path` */
export function linkOf(text: string | null | undefined, path: string): string | null {
  const given = text?.trim()
  if (!given) return null
  const url = URL.canParse(given) ? new URL(given) : null
  if (!url || given.length > maxText || !/^https?:$/.test(url.protocol)) {
    refuse(path, 'has to be an address that begins with https:// or http://')
  }
  if (url.username || url.password) refuse(path, 'may hold no user name and no password')
  return url.href
}
