'use client'

import { useMutation } from '@apollo/client/react'
import { useState } from 'react'
import type { ApiKeysQuery as ApiKeysData, ApiKeysQueryVariables } from '@/app/generated/graphql'
import { type Seed, useSeededQuery } from '@/app/lib/graphql-client'
import { explained } from '@/app/lib/submit'
import { useMay } from '@/app/lib/tenant'
import { Button } from '@/app/ui/button'
import { Section } from '@/app/ui/card'
import { ConfirmDialog } from '@/app/ui/dialog'
import { EmptyState } from '@/app/ui/feedback'
import { PlusIcon } from '@/app/ui/icons'
import { useToast } from '@/app/ui/toast'
import { ReadOnly } from '../read-only'
import { CreateKeyDialog } from './create-key-dialog'
import type { Key } from './key-standing'
import { type AskedOfKey, KeyTable } from './key-table'
import { ApiKeysQuery, RevokeApiKeyMutation } from './queries'
import { RotateDialog } from './rotate-dialog'
import { type MadeKey, SecretDialog } from './secret-dialog'

/** The ways in for programs. A secret is shown once, right after its key was made or rotated. */
export function ApiKeys({ seed }: { seed: Seed<ApiKeysData, ApiKeysQueryVariables> }) {
  const mayChange = useMay('keys:write')
  const [isCreating, setCreating] = useState(false)
  const [asked, setAsked] = useState<AskedOfKey | null>(null)
  const [made, setMade] = useState<MadeKey | null>(null)
  const { data, refetch } = useSeededQuery(ApiKeysQuery, seed)
  const close = () => setAsked(null)
  const about = (act: AskedOfKey['act']) => (asked?.act === act ? asked.key : null)
  const onMade = async (key: MadeKey) => {
    await refetch()
    setCreating(false)
    close()
    setMade(key)
  }
  const create = (
    <Button variant="primary" size="sm" icon={<PlusIcon />} onClick={() => setCreating(true)}>
      Create API key
    </Button>
  )
  return (
    <Section title="API keys" aside={mayChange && data.apiKeys.length > 0 && create}>
      {!mayChange && <ReadOnly to="create, rotate or revoke one" permission="keys:write" />}
      {data.apiKeys.length === 0 ? (
        <EmptyState title="No API keys yet" action={mayChange && create}>
          The CLI, CI jobs and your own programs sign in with an API key. Each has its own rights and can be revoked
          alone.
        </EmptyState>
      ) : (
        <KeyTable keys={data.apiKeys} mayChange={mayChange} onAsk={setAsked} />
      )}
      <CreateKeyDialog open={isCreating} onOpenChange={setCreating} onMade={onMade} />
      <RotateDialog apiKey={about('rotate')} onClose={close} onMade={onMade} />
      <RevokeDialog apiKey={about('revoke')} onClose={close} onRevoked={refetch} />
      <SecretDialog made={made} onClose={() => setMade(null)} />
    </Section>
  )
}

type RevokeDialogProps = { apiKey: Key | null; onClose: () => void; onRevoked: () => Promise<unknown> }

function RevokeDialog({ apiKey, onClose, onRevoked }: RevokeDialogProps) {
  const [revoke] = useMutation(RevokeApiKeyMutation)
  const toast = useToast()
  const confirm = async () => {
    if (!apiKey) return
    await explained(revoke({ variables: { id: apiKey.id } }))
    toast.done(`The API key "${apiKey.name}" was revoked`)
    await onRevoked()
  }
  return (
    <ConfirmDialog
      open={apiKey !== null}
      onOpenChange={(open) => !open && onClose()}
      title={`Revoke "${apiKey?.name ?? ''}"?`}
      description="Whatever uses it is refused within a second, and what it has open is closed within five. This cannot be undone."
      confirmLabel="Revoke key"
      onConfirm={confirm}
    />
  )
}
