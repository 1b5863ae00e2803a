'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { SavedProfileQuery as ProfileData, SavedProfileQueryVariables } from '@/app/generated/graphql'
import { plural } from '@/app/lib/format'
import { type Seed, useSeededQuery } from '@/app/lib/graphql-client'
import { useMay, useTenant } from '@/app/lib/tenant'
import { Button, LinkButton } from '@/app/ui/button'
import { PageHeader } from '@/app/ui/card'
import { Notice } from '@/app/ui/feedback'
import { CopyIcon, PlugIcon, StarIcon, Trash2Icon } from '@/app/ui/icons'
import { RelativeTime } from '@/app/ui/time'
import { DeleteProfileDialog } from '../delete-dialog'
import { connectHref } from '../profile-table'
import { SavedProfileQuery } from '../queries'
import { EditProfile } from './edit-profile'

export type LoadedProfile = ProfileData['connectionProfile']

/** One profile: what it holds, what of it does not fit any more, and where it leads. */
export function ProfilePage({ seed }: { seed: Seed<ProfileData, SavedProfileQueryVariables> }) {
  const { slug } = useTenant()
  const router = useRouter()
  const mayWrite = useMay('integrations:write')
  const [isDeleting, setDeleting] = useState(false)
  const { data, refetch } = useSeededQuery(SavedProfileQuery, seed)
  const profile = data.connectionProfile
  const connector = profile.integrationType
  return (
    <>
      <PageHeader
        title={
          <span className="inline-flex items-center gap-2 wrap-anywhere">
            {profile.isDefault && <StarIcon className="size-5 shrink-0 fill-current text-accent" label="Default:" />}
            {profile.name}
          </span>
        }
        lead={<Lead profile={profile} />}
      >
        {mayWrite && (
          <>
            {connector && (
              <>
                <LinkButton href={connectHref(slug, profile)} icon={<PlugIcon />}>
                  Connect from it
                </LinkButton>
                <LinkButton href={`/${slug}/profiles/new?from=${profile.id}`} icon={<CopyIcon />}>
                  New from it
                </LinkButton>
              </>
            )}
            <Button variant="danger" icon={<Trash2Icon />} onClick={() => setDeleting(true)}>
              Delete
            </Button>
          </>
        )}
      </PageHeader>
      <div className="grid max-w-2xl gap-6">
        <Outdated profile={profile} />
        {connector && (
          <EditProfile
            // Somebody else's change begins the form anew only when it is asked for.
            key={profile.id}
            profile={profile}
            connector={connector}
            disabled={!mayWrite}
            onNewer={async () => (await refetch()).data?.connectionProfile ?? null}
          />
        )}
      </div>
      <DeleteProfileDialog
        profile={isDeleting ? profile : null}
        onClose={() => setDeleting(false)}
        onDeleted={() => router.push(`/${slug}/profiles`)}
      />
    </>
  )
}

function Lead({
  profile: { integrationType, type, integrationCount, lastUsedAt, createdBy },
}: {
  profile: LoadedProfile
}) {
  return (
    <>
      {integrationType?.name ?? type}, used by {plural(integrationCount, 'integration')},{' '}
      {lastUsedAt ? (
        <>
          last <RelativeTime at={lastUsedAt} />
        </>
      ) : (
        'never started from'
      )}
      . Made by {createdBy}.
    </>
  )
}

function Outdated({ profile: { problems } }: { profile: LoadedProfile }) {
  if (problems.length === 0) return null
  return (
    <Notice tone="warn">
      <strong className="font-semibold">Some of it does not fit any more.</strong> It is left out when somebody starts
      from this profile; saving the profile takes it away.
      <ul className="mt-1 list-disc pl-5">
        {problems.map(({ path, message }) => (
          <li key={`${path} ${message}`}>
            <code>{path}</code> {message}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
