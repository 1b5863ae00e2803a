'use client'

import { Button } from '@/app/ui/button'
import { useNow } from '@/app/ui/clock'
import { StateIcon } from '@/app/ui/state-icon'
import { Table, Td, Th, Tr } from '@/app/ui/table'
import { RelativeTime } from '@/app/ui/time'
import { type Key, standingOf } from './key-standing'
import { Scopes } from './scopes'

export type AskedOfKey = { act: 'rotate' | 'revoke'; key: Key }
type KeyTableProps = { keys: readonly Key[]; mayChange: boolean; onAsk: (asked: AskedOfKey) => void }

export function KeyTable({ keys, mayChange, onAsk }: KeyTableProps) {
  return (
    <Table label="API keys" className="min-w-4xl">
      <thead>
        <tr>
          <Th>Name</Th>
          <Th>State</Th>
          <Th>Scopes</Th>
          <Th>Last used</Th>
          <Th>Created</Th>
          {mayChange && (
            <Th>
              <span className="sr-only">Actions</span>
            </Th>
          )}
        </tr>
      </thead>
      <tbody>
        {keys.map((key) => (
          <KeyRow key={key.id} apiKey={key} mayChange={mayChange} onAsk={onAsk} />
        ))}
      </tbody>
    </Table>
  )
}

const shapes = { active: 'HEALTHY', 'expires soon': 'DEGRADED', expired: 'STALE', revoked: 'DISABLED' } as const

function KeyRow({ apiKey, mayChange, onAsk }: { apiKey: Key; mayChange: boolean; onAsk: (asked: AskedOfKey) => void }) {
  const standing = standingOf(apiKey, useNow(15_000))
  const isOver = standing === 'expired' || standing === 'revoked'
  return (
    <Tr className={isOver ? 'text-text-2' : ''}>
      <Td>
        <span className="font-medium wrap-anywhere">{apiKey.name}</span>
        <code className="block text-meta text-text-2">{apiKey.prefix}…</code>
      </Td>
      <Td className="whitespace-nowrap">
        <span className="inline-flex items-center gap-1.5">
          <StateIcon state={shapes[standing]} silent className="size-3.5" />
          {standing}
        </span>
        <End apiKey={apiKey} isOver={isOver} />
      </Td>
      <Td>
        <Scopes scopes={apiKey.scopes} />
      </Td>
      <Td className="whitespace-nowrap">{apiKey.lastUsedAt ? <RelativeTime at={apiKey.lastUsedAt} /> : 'never'}</Td>
      <Td className="whitespace-nowrap">
        <RelativeTime at={apiKey.createdAt} />
        <span className="block text-meta text-text-2">by {apiKey.createdBy}</span>
      </Td>
      {mayChange && (
        <Td>
          {standing !== 'revoked' && (
            <div className="flex justify-end gap-1">
              <Button
                size="sm"
                onClick={() => onAsk({ act: 'rotate', key: apiKey })}
                aria-label={`Rotate ${apiKey.name}`}
              >
                Rotate
              </Button>
              <Button
                size="sm"
                variant="danger"
                onClick={() => onAsk({ act: 'revoke', key: apiKey })}
                aria-label={`Revoke ${apiKey.name}`}
              >
                Revoke
              </Button>
            </div>
          )}
        </Td>
      )}
    </Tr>
  )
}

/** When it ends or ended, and until when the secret before the present one still works. */
function End({ apiKey, isOver }: { apiKey: Key; isOver: boolean }) {
  const now = useNow(15_000)
  const { expiresAt, revokedAt, previousSecretUntil } = apiKey
  const overlaps = !isOver && previousSecretUntil && new Date(previousSecretUntil).getTime() > now
  return (
    <span className="block text-meta text-text-2">
      {revokedAt ? (
        <RelativeTime at={revokedAt} />
      ) : expiresAt ? (
        <>
          {isOver ? '' : 'ends '}
          <RelativeTime at={expiresAt} />
        </>
      ) : (
        'never ends'
      )}
      {overlaps && (
        <span className="block text-warn">
          old secret ends <RelativeTime at={previousSecretUntil} />
        </span>
      )}
    </span>
  )
}
