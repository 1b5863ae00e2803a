'use client'

import { useMutation } from '@apollo/client/react'
import { useState } from 'react'
import type { WorkspaceQuery as WorkspaceData, WorkspaceQueryVariables } from '@/app/generated/graphql'
import { type Seed, useSeededQuery } from '@/app/lib/graphql-client'
import { read, useSubmit } from '@/app/lib/submit'
import { useMay } from '@/app/lib/tenant'
import { Button } from '@/app/ui/button'
import { Card, Section } from '@/app/ui/card'
import { CopyButton } from '@/app/ui/copy-button'
import { ErrorState, Notice } from '@/app/ui/feedback'
import { Field, Input } from '@/app/ui/field'
import { RelativeTime } from '@/app/ui/time'
import { useToast } from '@/app/ui/toast'
import { ReadOnly } from '../read-only'
import { useRefreshFrame } from '../refresh-frame'
import { SlugField, slugProblem } from '../slug-field'
import { UpdateTenantMutation, WorkspaceQuery } from './queries'

type Tenant = WorkspaceData['tenant']

export function Workspace({ seed }: { seed: Seed<WorkspaceData, WorkspaceQueryVariables> }) {
  const mayChange = useMay('tenant:write')
  const { data } = useSeededQuery(WorkspaceQuery, seed)
  const { tenant } = data
  return (
    <div className="grid gap-8">
      <Section title="Workspace">
        {!mayChange && <ReadOnly to="change the name or the slug" permission="tenant:write" />}
        <Card>
          <WorkspaceForm tenant={tenant} disabled={!mayChange} />
        </Card>
      </Section>
      <Section title="Facts">
        <Card>
          <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-[12rem_1fr]">
            <dt className="self-center text-text-2">Id</dt>
            <dd className="mb-2 flex flex-wrap items-center gap-2 sm:mb-0">
              <code className="wrap-anywhere">{tenant.id}</code>
              <CopyButton value={tenant.id} label="Copy id" iconOnly />
            </dd>
            <dt className="text-text-2">Created</dt>
            <dd>
              <RelativeTime at={tenant.createdAt} />
            </dd>
          </dl>
        </Card>
      </Section>
    </div>
  )
}

function useSave(tenant: Tenant) {
  const [update] = useMutation(UpdateTenantMutation)
  const refreshFrame = useRefreshFrame()
  const toast = useToast()
  return async (form: FormData) => {
    const [name, slug] = [read(form, 'name'), read(form, 'slug')]
    if (slug !== tenant.slug) {
      // Not into the cache: everything on this page still asks for the tenant by its old slug.
      const { data } = await update({ variables: { input: { name, slug } }, fetchPolicy: 'no-cache' })
      window.location.assign(`/${data?.updateTenant.tenant.slug ?? slug}/settings/workspace`)
      return
    }
    await update({ variables: { input: { name } } })
    toast.done('The name was changed')
    refreshFrame()
  }
}

function WorkspaceForm({ tenant, disabled }: { tenant: Tenant; disabled: boolean }) {
  const [slug, setSlug] = useState(tenant.slug)
  const { problems, trouble, pending, form, onSubmit } = useSubmit({
    validate: (data) => ({
      name: read(data, 'name') ? undefined : 'Enter the name of your organisation or team.',
      slug: slugProblem(data),
    }),
    fieldOf: { 'tenant.slug_taken': 'slug' },
    send: useSave(tenant),
  })
  return (
    <form ref={form} onSubmit={onSubmit} noValidate className="grid max-w-xl gap-5">
      {trouble && <ErrorState compact trouble={trouble} />}
      <Field label="Name" problem={problems.name}>
        {(aria) => (
          <Input
            {...aria}
            name="name"
            defaultValue={tenant.name}
            autoComplete="organization"
            required
            maxLength={120}
            disabled={disabled}
          />
        )}
      </Field>
      <SlugField
        value={tenant.slug}
        onValueChange={setSlug}
        problem={problems.slug}
        hint="The first part of every address of its screens."
        disabled={disabled}
      />
      {slug !== tenant.slug && (
        <Notice tone="warn">
          Every address changes from <code>/{tenant.slug}/…</code> to <code>/{slug || '…'}/…</code>. Bookmarks and
          shared links of the old ones end, and whoever names the tenant in a command or a header has to use the new
          slug. API keys go on working.
        </Notice>
      )}
      {!disabled && (
        <div>
          <Button type="submit" variant="primary" pending={pending}>
            {slug === tenant.slug ? 'Save' : 'Save and change addresses'}
          </Button>
        </div>
      )}
    </form>
  )
}
