'use client'

import { useMutation } from '@apollo/client/react'
import { type ReactNode, useState } from 'react'
import type { SignInTrouble } from '@/app/entrance/sign-in-troubles'
import { TroubleNotice } from '@/app/entrance/trouble-notice'
import type { ProfileQuery as ProfileData, ProfileQueryVariables } from '@/app/generated/graphql'
import { type Seed, useSeededQuery } from '@/app/lib/graphql-client'
import { read } from '@/app/lib/submit'
import { useTenant } from '@/app/lib/tenant'
import { Button } from '@/app/ui/button'
import { Card, Section } from '@/app/ui/card'
import { Field, Input } from '@/app/ui/field'
import { CheckIcon, PencilIcon } from '@/app/ui/icons'
import { useToast } from '@/app/ui/toast'
import { FormDialog } from '../form-dialog'
import { LeaveTenant } from '../members/leave-tenant'
import { useRefreshFrame } from '../refresh-frame'
import { roleWords } from '../roles'
import { Accounts } from './accounts'
import { Preferences } from './preferences'
import { ProfileQuery, UpdateProfileMutation } from './queries'
import { Sessions } from './sessions'

export type Viewer = NonNullable<ProfileData['viewer']>

type ProfileProps = { seed: Seed<ProfileData, ProfileQueryVariables>; problem: SignInTrouble | null }

export function Profile({ seed, problem }: ProfileProps) {
  const { role } = useTenant()
  const { data, refetch } = useSeededQuery(ProfileQuery, seed)
  const { viewer, signInProviders } = data
  if (!viewer) return null
  return (
    <div className="grid gap-8">
      {problem && <TroubleNotice trouble={problem} />}
      <You viewer={viewer} />
      <Accounts accounts={viewer.accounts} providers={signInProviders} onChanged={refetch} />
      <Sessions sessions={viewer.sessions} onChanged={refetch} />
      <Preferences />
      {role === null && <LeaveTenant />}
    </div>
  )
}

function You({ viewer }: { viewer: Viewer }) {
  const { name: tenant, role } = useTenant()
  const [isRenaming, setRenaming] = useState(false)
  const roleHere = roleWords[role as keyof typeof roleWords]
  const email = (
    <span className="inline-flex flex-wrap items-center gap-x-3">
      {viewer.email ?? '–'}
      {viewer.emailVerified ? (
        <span className="inline-flex items-center gap-1 text-meta font-medium text-ok">
          <CheckIcon className="size-3.5" />
          verified
        </span>
      ) : (
        <span className="text-meta font-normal text-text-2">not verified yet: sign in once with a link by e-mail</span>
      )}
    </span>
  )
  const facts: [string, ReactNode][] = [
    ['Name', viewer.name || '–'],
    ['E-mail', email],
    [`Role in ${tenant}`, roleHere ?? 'only in single projects'],
    ...(viewer.isInstanceAdmin ? ([['On this hub', 'Instance admin']] as [string, ReactNode][]) : []),
  ]
  return (
    <Section
      title="You"
      aside={
        <Button size="sm" icon={<PencilIcon />} onClick={() => setRenaming(true)}>
          Change name
        </Button>
      }
    >
      <Card>
        <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-[12rem_1fr]">
          {facts.map(([term, value]) => (
            <div key={term} className="contents">
              <dt className="text-text-2">{term}</dt>
              <dd className="mb-2 font-medium wrap-anywhere sm:mb-0">{value}</dd>
            </div>
          ))}
        </dl>
      </Card>
      <NameDialog name={viewer.name} open={isRenaming} onOpenChange={setRenaming} />
    </Section>
  )
}

type NameDialogProps = { name: string; open: boolean; onOpenChange: (open: boolean) => void }

function NameDialog({ name, open, onOpenChange }: NameDialogProps) {
  const [update] = useMutation(UpdateProfileMutation)
  const refreshFrame = useRefreshFrame()
  const toast = useToast()
  return (
    <FormDialog
      open={open}
      onOpenChange={onOpenChange}
      title="What should we call you?"
      description="Others see it in the list of members and in the activity."
      submitLabel="Save name"
      validate={(form) => ({ name: read(form, 'name') ? undefined : 'Enter your name.' })}
      send={async (form) => {
        await update({ variables: { name: read(form, 'name') } })
        toast.done('Your name was changed')
        refreshFrame()
      }}
    >
      {(problems) => (
        <Field label="Name" problem={problems.name}>
          {(aria) => <Input {...aria} name="name" defaultValue={name} autoComplete="name" required maxLength={120} />}
        </Field>
      )}
    </FormDialog>
  )
}
