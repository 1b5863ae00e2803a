'use client'

import { useQuery } from '@apollo/client/react'
import { type FormEvent, useId, useState } from 'react'
import type { StoredSecretsQuery as StoredSecretsData } from '@/app/generated/graphql'
import { troubleOf } from '@/app/lib/trouble'
import { Button } from '@/app/ui/button'
import { useNow } from '@/app/ui/clock'
import { Dialog } from '@/app/ui/dialog'
import { ErrorState, Skeleton } from '@/app/ui/feedback'
import { Checkbox, RadioGroup } from '@/app/ui/field'
import { RelativeTime } from '@/app/ui/time'
import { endpointIn } from '../connector-form'
import { SignInAgain } from './sign-in-again'
import { StoredSecretsQuery } from './stored-secret-queries'
import type { Wizard } from './use-wizard'
import type { Reuse } from './wizard-state'

type Props = { wizard: Wizard; onClose: () => void; onUse: (reuse: Reuse) => void }
type Source = StoredSecretsData['integrations']['edges'][number]['node']

const originOf = (endpoint: string | null) =>
  endpoint !== null && URL.canParse(endpoint) ? new URL(endpoint).origin : endpoint

/** A secret goes nowhere it has not been: the same place, the same way to sign in. The hub decides it again. */
function fits({ choice, draft }: Wizard) {
  const wanted = originOf(endpointIn(draft.config))
  return (source: Source): boolean =>
    source.storedSecrets.length > 0 &&
    source.instance === choice.instance?.id &&
    source.method === choice.method?.id &&
    originOf(endpointIn(source.config)) === wanted
}

/** Which secret, with whose rights, and that it is meant. */
export function StoredSecretDialog({ wizard, onClose, onUse }: Props) {
  const formId = useId()
  const [chosen, setChosen] = useState('')
  const [isConfirmed, setConfirmed] = useState(false)
  const { data, error, refetch } = useQuery(StoredSecretsQuery, {
    variables: { type: wizard.draft.type ?? '' },
    fetchPolicy: 'no-cache',
  })
  const now = useNow(15_000)
  const sources = (data?.integrations.edges ?? []).map(({ node }) => node).filter(fits(wizard))
  const source = sources.find(({ id }) => id === chosen)
  const endsAt = data?.viewer?.proofEndsAt
  const isProved = endsAt != null && new Date(endsAt).getTime() > now
  const isReady = source !== undefined && isConfirmed && isProved
  const submit = (event: FormEvent) => {
    event.preventDefault()
    // The dialog stands in the wizard's form, as far as events go.
    event.stopPropagation()
    if (isReady) onUse({ id: source.id, slug: source.slug, name: source.name })
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Use a secret already stored"
      description="By reference: nothing is copied, and nobody sees it. Replacing it there replaces it here."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={formId} variant="primary" disabled={!isReady}>
            Use this secret
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} className="grid gap-5">
        {error && <ErrorState compact trouble={troubleOf(error)} onRetry={() => void refetch().catch(() => {})} />}
        {!data && !error && <Skeleton className="h-24" />}
        {data && !isProved && <SignInAgain />}
        {data && sources.length === 0 && (
          <p className="text-text-2">
            No integration that you can see signs in to the same address in the same way. Enter the secret instead.
          </p>
        )}
        {sources.length > 0 && (
          <RadioGroup
            legend="Whose secret?"
            name="source"
            value={chosen}
            onValueChange={(id) => {
              setChosen(id)
              setConfirmed(false)
            }}
            tiles
            options={sources.map((each) => ({
              value: each.id,
              label: `${each.name} (${each.slug})`,
              hint: <Facts source={each} />,
            }))}
          />
        )}
        {source && (
          <Checkbox
            checked={isConfirmed}
            onChange={({ target }) => setConfirmed(target.checked)}
            label={
              <>
                This integration will act with the rights of <strong className="font-semibold">{source.slug}</strong>.
              </>
            }
            hint="The log tells of it, with both names."
          />
        )}
      </form>
    </Dialog>
  )
}

function Facts({ source: { owner, credentialStoredAt } }: { source: Source }) {
  return (
    <>
      {owner ? `owner ${owner}` : 'without an owner'}
      {credentialStoredAt && (
        <>
          , stored <RelativeTime at={credentialStoredAt} inert />
        </>
      )}
    </>
  )
}
