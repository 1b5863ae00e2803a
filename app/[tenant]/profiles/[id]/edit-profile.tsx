'use client'

import { useMutation } from '@apollo/client/react'
import { type FormEvent, useState } from 'react'
import type { ConnectorFormFragment } from '@/app/generated/graphql'
import { codeOf, fieldTroubles, troubleOf } from '@/app/lib/trouble'
import { Button } from '@/app/ui/button'
import { ErrorState, type Trouble } from '@/app/ui/feedback'
import { useToast } from '@/app/ui/toast'
import { asSentences, editOf, inputOf, type ProfileEdit, problemsIn, shownOf } from '../profile-edit'
import { ProfileForm } from '../profile-form'
import { UpdateProfileMutation } from '../queries'
import type { LoadedProfile } from './profile-page'

type Props = {
  profile: LoadedProfile
  connector: ConnectorFormFragment
  disabled: boolean
  /** Reads it again, as it is now. */
  onNewer: () => Promise<LoadedProfile | null>
}

/** Changing a profile against the version it was read at; when somebody was quicker, what was typed stays. */
export function EditProfile({ profile, connector, disabled, onNewer }: Props) {
  const toast = useToast()
  const [base, setBase] = useState({ profile, edit: editOf(profile) })
  const [edit, setEdit] = useState(base.edit)
  const [problems, setProblems] = useState<Record<string, string>>({})
  const [refused, setRefused] = useState<{ trouble: Trouble; isStale: boolean } | null>(null)
  const [run, { loading }] = useMutation(UpdateProfileMutation)
  const hasEdit = JSON.stringify(edit) !== JSON.stringify(base.edit) || profile.problems.length > 0
  const begin = (now: LoadedProfile) => {
    setBase({ profile: now, edit: editOf(now) })
    setEdit(editOf(now))
    setProblems({})
    setRefused(null)
  }
  const save = async () => {
    const found = problemsIn(connector, edit)
    setProblems(found)
    setRefused(null)
    if (Object.keys(found).length > 0) return
    const { id, version, callPolicy } = base.profile
    try {
      await run({ variables: { input: { id, version, ...inputOf(connector, edit, callPolicy) } } })
      const now = await onNewer()
      if (now) begin(now)
      toast.done(`${edit.name.trim()} is saved`)
    } catch (error) {
      setProblems(asSentences(fieldTroubles(error), shownOf(connector, edit)))
      setRefused({ trouble: troubleOf(error), isStale: codeOf(error) === 'profile.version_stale' })
    }
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (hasEdit && !loading) void save()
  }
  return (
    <form noValidate autoComplete="off" onSubmit={submit} className="grid gap-6">
      <ProfileForm
        connector={connector}
        edit={edit}
        problems={problems}
        disabled={disabled}
        onChange={(part: Partial<ProfileEdit>) => setEdit((known) => ({ ...known, ...part }))}
      />
      {!disabled && (
        <div className="sticky bottom-0 z-10 grid gap-3 border-t border-border bg-bg py-3 max-md:static">
          {refused && <ErrorState compact trouble={refused.trouble} />}
          <div className="flex flex-wrap items-center justify-end gap-2">
            {refused?.isStale && (
              <Button onClick={() => void onNewer().then((now) => now && begin(now))}>Take the newer version</Button>
            )}
            <Button onClick={() => begin(profile)} disabled={!hasEdit}>
              Discard
            </Button>
            <Button type="submit" variant="primary" pending={loading} disabled={!hasEdit}>
              Save
            </Button>
          </div>
        </div>
      )}
    </form>
  )
}
