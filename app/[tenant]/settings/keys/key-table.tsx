'use client'

import { useMutation } from '@apollo/client/react'
import { useState } from 'react'
import type { ApiKeysQuery as ApiKeysData } from '@/app/generated/graphql'
import { useTenant } from '@/app/lib/tenant'
import { troubleOf } from '@/app/lib/trouble'
import { Button } from '@/app/ui/button'
import { useNow } from '@/app/ui/clock'
import { ConfirmDialog } from '@/app/ui/dialog'
import { StateIcon } from '@/app/ui/state-icon'
import { Table, Td, Th, Tr } from '@/app/ui/table'
import { RelativeTime } from '@/app/ui/time'
import { useToast } from '@/app/ui/toast'
import { RevokeApiKeyMutation } from '../queries'

type Key = ApiKeysData['apiKeys'][number]
type KeyTableProps = { keys: readonly Key[]; mayRevoke: boolean; onRevoked: () => Promise<unknown> }

export function KeyTable({ keys, mayRevoke, onRevoked }: KeyTableProps) {
  return (
    <Table label="API keys" className="min-w-3xl">
      <thead>
        <tr>
          <Th>Name</Th>
          <Th>State</Th>
          <Th>Scopes</Th>
          <Th>Last used</Th>
          <Th>Expires</Th>
          {mayRevoke && (
            <Th>
              <span className="sr-only">Actions</span>
            </Th>
          )}
        </tr>
      </thead>
      <tbody>
        {keys.map((key) => (
          <KeyRow key={key.id} apiKey={key} mayRevoke={mayRevoke} onRevoked={onRevoked} />
        ))}
      </tbody>
    </Table>
  )
}

type Standing = 'active' | 'expired' | 'revoked'
const shapes = { active: 'HEALTHY', expired: 'STALE', revoked: 'DISABLED' } as const

function standingOf({ revokedAt, expiresAt }: Key, now: number): Standing {
  if (revokedAt) return 'revoked'
  return expiresAt && new Date(expiresAt).getTime() < now ? 'expired' : 'active'
}

function KeyRow({
  apiKey,
  mayRevoke,
  onRevoked,
}: {
  apiKey: Key
  mayRevoke: boolean
  onRevoked: () => Promise<unknown>
}) {
  const standing = standingOf(apiKey, useNow(15_000))
  return (
    <Tr className={standing === 'active' ? '' : 'text-text-2'}>
      <Td>
        <span className="font-medium">{apiKey.name}</span>
        <span className="block text-meta text-text-2">
          <code>{apiKey.prefix}…</code> by {apiKey.createdBy}
        </span>
      </Td>
      <Td>
        <span className="inline-flex items-center gap-1.5">
          <StateIcon state={shapes[standing]} silent className="size-3.5" />
          {standing}
        </span>
      </Td>
      <Td>
        <Scopes scopes={apiKey.scopes} />
      </Td>
      <Td className="whitespace-nowrap">{apiKey.lastUsedAt ? <RelativeTime at={apiKey.lastUsedAt} /> : 'never'}</Td>
      <Td className="whitespace-nowrap">{apiKey.expiresAt ? <RelativeTime at={apiKey.expiresAt} /> : 'never'}</Td>
      {mayRevoke && (
        <Td className="text-right">
          {standing === 'active' && <RevokeButton apiKey={apiKey} onRevoked={onRevoked} />}
        </Td>
      )}
    </Tr>
  )
}

function Scopes({ scopes }: { scopes: Key['scopes'] }) {
  const { projects } = useTenant()
  const placeOf = ({ projectId, integrationId }: Key['scopes'][number]) => {
    if (integrationId) return ' (one integration)'
    return projectId ? ` (${projects.find(({ id }) => id === projectId)?.name ?? 'one project'})` : ''
  }
  return (
    <ul className="flex flex-wrap gap-1">
      {scopes.map((scope) => (
        <li
          key={`${scope.permission} ${scope.projectId} ${scope.integrationId}`}
          className="rounded-[4px] bg-unk-bg px-1.5 text-meta whitespace-nowrap text-unk"
        >
          {scope.permission}
          {placeOf(scope)}
        </li>
      ))}
    </ul>
  )
}

function RevokeButton({ apiKey, onRevoked }: { apiKey: Key; onRevoked: () => Promise<unknown> }) {
  const [isAsking, setAsking] = useState(false)
  const [revoke] = useMutation(RevokeApiKeyMutation)
  const toast = useToast()
  const confirm = async () => {
    await revoke({ variables: { id: apiKey.id } }).catch((error: unknown) => {
      throw new Error(troubleOf(error).title)
    })
    toast.done(`The API key "${apiKey.name}" was revoked`)
    await onRevoked()
  }
  return (
    <>
      <Button size="sm" variant="danger" onClick={() => setAsking(true)} aria-label={`Revoke ${apiKey.name}`}>
        Revoke
      </Button>
      <ConfirmDialog
        open={isAsking}
        onOpenChange={setAsking}
        title={`Revoke "${apiKey.name}"?`}
        description="Whatever uses it is refused within a second, and what it has open is closed within five. This cannot be undone."
        confirmLabel="Revoke key"
        onConfirm={confirm}
      />
    </>
  )
}
