import { createHmac } from 'node:crypto'
import type { SigningKey } from './secrets'

/**
 * Standard Webhooks: the id, the second and the body, signed with each secret that is in use.
 * Source: https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 */
export type SignedParts = { id: string; timestamp: number; body: string | Buffer }

export function signatureOf({ id, timestamp, body }: SignedParts, keys: readonly SigningKey[]): string {
  return keys
    .map(({ key }) => {
      const hmac = createHmac('sha256', key).update(`${id}.${timestamp}.`)
      return `v1,${hmac.update(body).digest('base64')}`
    })
    .join(' ')
}
