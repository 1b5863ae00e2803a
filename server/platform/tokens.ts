import { createHash, randomBytes } from 'node:crypto'

/** 256 random bits, safe in a URL and a cookie. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** What is kept of a token. Tokens are random and long, so a plain digest is enough and a lookup finds it. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
