'use client'

import Link from 'next/link'
import type { ProfilesQuery } from '@/app/generated/graphql'
import { plural } from '@/app/lib/format'
import { useTenant } from '@/app/lib/tenant'
import { Button, LinkButton } from '@/app/ui/button'
import { cx } from '@/app/ui/cx'
import { StarIcon } from '@/app/ui/icons'
import { StateIcon } from '@/app/ui/state-icon'
import { Table, Td, Th, Tr } from '@/app/ui/table'
import { RelativeTime } from '@/app/ui/time'
import { endpointIn } from '../integrations/connector-form'

export type Profile = ProfilesQuery['connectionProfiles']['edges'][number]['node']
export type ProfileType = ProfilesQuery['integrationTypes'][number]

type Acts = { mayWrite: boolean; onStar: (profile: Profile) => void; onDelete: (profile: Profile) => void }
type Props = Acts & { label: string; type: ProfileType | undefined; profiles: readonly Profile[] }

export function ProfileTable({ label, type, profiles, ...acts }: Props) {
  return (
    <Table label={label} className="min-w-3xl">
      <thead>
        <tr>
          <Th>Name</Th>
          <Th>Endpoint</Th>
          <Th>Signs in with</Th>
          <Th>Used by</Th>
          <Th>Last used</Th>
          {acts.mayWrite && (
            <Th>
              <span className="sr-only">Actions</span>
            </Th>
          )}
        </tr>
      </thead>
      <tbody>
        {profiles.map((profile) => (
          <ProfileRow key={profile.id} profile={profile} type={type} {...acts} />
        ))}
      </tbody>
    </Table>
  )
}

function ProfileRow({ profile, type, mayWrite, onStar, onDelete }: Acts & { profile: Profile; type: Props['type'] }) {
  const { slug } = useTenant()
  const instance = type?.instances.find(({ id }) => id === profile.instance)
  const method = type?.methods.find(({ id }) => id === profile.method)
  return (
    <Tr>
      <Td>
        <Link
          href={`/${slug}/profiles/${profile.id}`}
          className="inline-flex items-center gap-1.5 font-medium wrap-anywhere hover:underline"
        >
          {profile.isDefault && <StarIcon className="size-4 shrink-0 fill-current text-accent" label="Default:" />}
          {profile.name}
        </Link>
        <Remarks profile={profile} />
      </Td>
      <Td className="wrap-anywhere">{endpointIn(profile.config) ?? instance?.title ?? profile.instance}</Td>
      <Td>{method?.title ?? profile.method}</Td>
      <Td className="tabular whitespace-nowrap">{plural(profile.integrationCount, 'integration')}</Td>
      <Td className="whitespace-nowrap">{profile.lastUsedAt ? <RelativeTime at={profile.lastUsedAt} /> : 'never'}</Td>
      {mayWrite && (
        <Td>
          <div className="flex justify-end gap-1">
            {type && (
              <LinkButton size="sm" href={connectHref(slug, profile)} aria-label={`Connect from ${profile.name}`}>
                Connect
              </LinkButton>
            )}
            <Button
              size="sm"
              onClick={() => onStar(profile)}
              aria-label={profile.isDefault ? `${profile.name}: default no more` : `Make ${profile.name} the default`}
              icon={<StarIcon className={cx(profile.isDefault && 'fill-current text-accent')} />}
            >
              {profile.isDefault ? 'Default' : 'Make default'}
            </Button>
            <Button size="sm" variant="danger" onClick={() => onDelete(profile)} aria-label={`Delete ${profile.name}`}>
              Delete
            </Button>
          </div>
        </Td>
      )}
    </Tr>
  )
}

/** The wizard, with this type, this place and this profile chosen. */
export function connectHref(tenant: string, { id, type, instance }: Pick<Profile, 'id' | 'type' | 'instance'>): string {
  const search = new URLSearchParams({ type, instance, profile: id })
  return `/${tenant}/integrations/new?${search}`
}

function Remarks({ profile: { description, isTemplate, problems } }: { profile: Profile }) {
  return (
    <>
      {(description || isTemplate) && (
        <span className="block text-meta text-text-2 wrap-anywhere">
          {[isTemplate && 'Template', description].filter(Boolean).join(' · ')}
        </span>
      )}
      {problems.length > 0 && (
        <span className="flex items-center gap-1 text-meta text-warn">
          <StateIcon state="DEGRADED" silent className="size-3.5" />
          Some of it does not fit any more
        </span>
      )}
    </>
  )
}
