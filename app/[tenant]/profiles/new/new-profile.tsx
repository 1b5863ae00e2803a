'use client'

import { useMutation } from '@apollo/client/react'
import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import type { ConnectorFormFragment, ProfileDetailFragment } from '@/app/generated/graphql'
import { useMay, useTenant } from '@/app/lib/tenant'
import { fieldTroubles, troubleOf } from '@/app/lib/trouble'
import { Button, LinkButton } from '@/app/ui/button'
import { PageHeader } from '@/app/ui/card'
import { EmptyState, ErrorState, type Trouble } from '@/app/ui/feedback'
import { Field, Select } from '@/app/ui/field'
import { useToast } from '@/app/ui/toast'
import { asSentences, editOf, emptyEdit, inputOf, type ProfileEdit, problemsIn, shownOf } from '../profile-edit'
import { ProfileForm } from '../profile-form'
import { CreateProfileMutation } from '../queries'

type Props = { types: readonly ConnectorFormFragment[]; from: ProfileDetailFragment | null }

function firstEdit(from: Props['from']): ProfileEdit {
  return from ? { ...editOf(from), name: '', isDefault: false, isTemplate: false } : emptyEdit
}

/** A profile from nothing, or as a copy of another one. */
export function NewProfile({ types, from }: Props) {
  const { slug } = useTenant()
  const router = useRouter()
  const toast = useToast()
  const mayWrite = useMay('integrations:write')
  const [type, setType] = useState(from?.type ?? types[0]?.id ?? '')
  const [edit, setEdit] = useState(firstEdit(from))
  const [problems, setProblems] = useState<Record<string, string>>({})
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const [run, { loading }] = useMutation(CreateProfileMutation)
  const connector = types.find(({ id }) => id === type)
  const save = async () => {
    if (!connector) return
    const found = problemsIn(connector, edit)
    setProblems(found)
    setTrouble(null)
    if (Object.keys(found).length > 0) return
    try {
      const input = { ...inputOf(connector, edit, from?.callPolicy), type }
      const { data } = await run({ variables: { input } })
      toast.done(`${input.name} is saved`)
      if (data) router.push(`/${slug}/profiles/${data.createConnectionProfile.connectionProfile.id}`)
    } catch (error) {
      setProblems(asSentences(fieldTroubles(error), shownOf(connector, edit)))
      setTrouble(troubleOf(error))
    }
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!loading) void save()
  }
  if (!mayWrite) {
    return (
      <>
        <PageHeader title="New profile" />
        <EmptyState
          title="Saving profiles needs the role operator"
          action={<LinkButton href={`/${slug}/profiles`}>All profiles</LinkButton>}
        />
      </>
    )
  }
  return (
    <>
      <PageHeader title={from ? `New profile from ${from.name}` : 'New profile'} />
      <form noValidate autoComplete="off" onSubmit={submit} className="grid max-w-2xl gap-8">
        {!from && (
          <Field label="Type">
            {(aria) => (
              <Select
                {...aria}
                value={type}
                onChange={(event) => {
                  setType(event.target.value)
                  setEdit((known) => ({ ...known, instance: null, method: null, config: {} }))
                }}
              >
                {types.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        )}
        {connector && (
          <ProfileForm
            connector={connector}
            edit={edit}
            problems={problems}
            onChange={(part) => setEdit((known) => ({ ...known, ...part }))}
          />
        )}
        {trouble && <ErrorState compact trouble={trouble} />}
        <div className="flex flex-wrap justify-end gap-2 border-t border-border pt-4">
          <LinkButton href={`/${slug}/profiles`}>Cancel</LinkButton>
          <Button type="submit" variant="primary" pending={loading}>
            Save profile
          </Button>
        </div>
      </form>
    </>
  )
}
