'use client'

import { useMutation } from '@apollo/client/react'
import { useState } from 'react'
import type { ProfilesQuery as ProfilesData, ProfilesQueryVariables } from '@/app/generated/graphql'
import { type Seed, useSeededQuery } from '@/app/lib/graphql-client'
import { sentence } from '@/app/lib/submit'
import { useMay, useTenant } from '@/app/lib/tenant'
import { troubleOf } from '@/app/lib/trouble'
import { Button, LinkButton } from '@/app/ui/button'
import { PageHeader, Section } from '@/app/ui/card'
import { EmptyState } from '@/app/ui/feedback'
import { PlusIcon } from '@/app/ui/icons'
import { useToast } from '@/app/ui/toast'
import { DeleteProfileDialog } from './delete-dialog'
import { type Profile, ProfileTable, type ProfileType } from './profile-table'
import { DefaultProfileMutation, ProfilesQuery } from './queries'

type Group = { id: string; type: ProfileType | undefined; profiles: Profile[] }

/** By type, in the catalog's order; those of a type that is gone come last. */
function groupsOf(types: readonly ProfileType[], profiles: readonly Profile[]): Group[] {
  const ids = [...new Set([...types.map(({ id }) => id), ...profiles.map(({ type }) => type)])]
  return ids
    .map((id) => ({
      id,
      type: types.find((each) => each.id === id),
      profiles: profiles.filter(({ type }) => type === id),
    }))
    .filter((group) => group.profiles.length > 0)
}

/** Settings to start integrations from, by type. */
export function Profiles({ seed }: { seed: Seed<ProfilesData, ProfilesQueryVariables> }) {
  const { slug } = useTenant()
  const mayWrite = useMay('integrations:write')
  const toast = useToast()
  const [deleting, setDeleting] = useState<Profile | null>(null)
  const { data, refetch, fetchMore } = useSeededQuery(ProfilesQuery, seed)
  const [setDefault] = useMutation(DefaultProfileMutation)
  const profiles = data.connectionProfiles.edges.map(({ node }) => node)
  const { hasNextPage, endCursor } = data.connectionProfiles.pageInfo
  const star = async ({ id, name, isDefault }: Profile) => {
    try {
      await setDefault({ variables: { id, isDefault: !isDefault } })
      toast.done(isDefault ? `${name} is the default no more` : `${name} is the default now`)
      await refetch()
    } catch (error) {
      toast.problem('Nothing was changed', sentence(troubleOf(error)))
    }
  }
  const more = () =>
    fetchMore({
      variables: { after: endCursor },
      updateQuery: (before, { fetchMoreResult: next }) => ({
        ...next,
        connectionProfiles: {
          ...next.connectionProfiles,
          edges: [...before.connectionProfiles.edges, ...next.connectionProfiles.edges],
        },
      }),
    })
  return (
    <>
      <PageHeader title="Profiles" lead="Settings to start integrations from. Secrets are never part of a profile.">
        {mayWrite && (
          <LinkButton href={`/${slug}/profiles/new`} icon={<PlusIcon />}>
            New profile
          </LinkButton>
        )}
      </PageHeader>
      {profiles.length === 0 && (
        <EmptyState
          title="Profiles appear when you save one in the wizard"
          action={
            mayWrite && (
              <LinkButton variant="primary" href={`/${slug}/integrations/new`}>
                Connect a service
              </LinkButton>
            )
          }
        >
          A profile keeps the address, the way to sign in and the network settings for the next integration of its kind.
        </EmptyState>
      )}
      <div className="grid gap-8">
        {groupsOf(data.integrationTypes, profiles).map(({ id, type, profiles: ofType }) => (
          <Section key={id} id={id.replaceAll('.', '-')} title={type?.name ?? id}>
            <ProfileTable
              label={`Profiles of ${type?.name ?? id}`}
              type={type}
              profiles={ofType}
              mayWrite={mayWrite}
              onStar={(profile) => void star(profile)}
              onDelete={setDeleting}
            />
          </Section>
        ))}
        {hasNextPage && (
          <Button className="justify-self-start" onClick={() => void more()}>
            Show more
          </Button>
        )}
      </div>
      <DeleteProfileDialog
        profile={deleting}
        onClose={() => setDeleting(null)}
        onDeleted={async () => void (await refetch())}
      />
    </>
  )
}
