'use client'

import { useState } from 'react'
import type { ApiKeysQuery as ApiKeysData, ApiKeysQueryVariables } from '@/app/generated/graphql'
import { type Seed, useSeededQuery } from '@/app/lib/graphql-client'
import { useMay } from '@/app/lib/tenant'
import { Button } from '@/app/ui/button'
import { Section } from '@/app/ui/card'
import { EmptyState } from '@/app/ui/feedback'
import { PlusIcon } from '@/app/ui/icons'
import { ApiKeysQuery } from '../queries'
import { CreateKeyDialog } from './create-key-dialog'
import { KeyTable } from './key-table'
import { type MadeKey, SecretDialog } from './secret-dialog'

/** The ways in for programs. A secret is shown once, right after its key was made. */
export function ApiKeys({ seed }: { seed: Seed<ApiKeysData, ApiKeysQueryVariables> }) {
  const mayChange = useMay('keys:write')
  const [isCreating, setCreating] = useState(false)
  const [made, setMade] = useState<MadeKey | null>(null)
  const { data, refetch } = useSeededQuery(ApiKeysQuery, seed)
  const create = (
    <Button variant="primary" size="sm" icon={<PlusIcon />} onClick={() => setCreating(true)}>
      Create API key
    </Button>
  )
  return (
    <Section title="API keys" aside={mayChange && data.apiKeys.length > 0 && create}>
      {data.apiKeys.length === 0 ? (
        <EmptyState title="No API keys yet" action={mayChange && create}>
          The CLI, CI jobs and your own programs sign in with an API key. Each has its own rights and can be revoked
          alone.
        </EmptyState>
      ) : (
        <KeyTable keys={data.apiKeys} mayRevoke={mayChange} onRevoked={refetch} />
      )}
      <CreateKeyDialog
        open={isCreating}
        onOpenChange={setCreating}
        onMade={async (key) => {
          setCreating(false)
          setMade(key)
          await refetch()
        }}
      />
      <SecretDialog made={made} onClose={() => setMade(null)} />
    </Section>
  )
}
