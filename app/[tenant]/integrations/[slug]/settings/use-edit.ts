'use client'

import { useMutation } from '@apollo/client/react'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useTenant } from '@/app/lib/tenant'
import { codeOf, fieldTroubles, troubleOf } from '@/app/lib/trouble'
import type { Trouble } from '@/app/ui/feedback'
import { asSentence, type Problems } from '@/app/ui/settings-form/validation'
import { useToast } from '@/app/ui/toast'
import { EnableMutation, UpdateMutation } from '../../queries'
import { useIntegration } from '../integration-context'
import {
  type Edit,
  isChanged,
  needsSecretAnew,
  noEdit,
  problemsIn,
  type Shown,
  shownOf,
  titleOfPath,
  updateInput,
} from './edit'

type Refused = { trouble: Trouble; isStale: boolean; canSaveDisabled: boolean }

function refusalOf(error: unknown, problems: Problems): Refused {
  const code = codeOf(error)
  const lacksSecret = Object.keys(problems).some((path) => path.startsWith('secrets.'))
  return {
    trouble: troubleOf(error),
    isStale: code === 'integration.version_stale',
    canSaveDisabled: code === 'integration.probe_failed' || lacksSecret,
  }
}

function problemsOfError(error: unknown, { asked }: Shown): Problems {
  const told = Object.entries(fieldTroubles(error))
  return Object.fromEntries(told.map(([path, problem]) => [path, asSentence(titleOfPath(path, asked), problem)]))
}

export type SaveOptions = {
  saveDisabled?: boolean
  /** The stored secret does not do: it has to be typed. */
  asksSecret?: boolean
  enable?: boolean
}

/**
 * Editing a saved integration against the version it was read at. When somebody else changes it meanwhile, saving is
 * refused, and what was typed can be laid over the newer version.
 */
export function useEdit() {
  const { integration: live } = useIntegration()
  const tenant = useTenant()
  const router = useRouter()
  const toast = useToast()
  const [base, setBase] = useState(live)
  const [edit, setEdit] = useState<Edit>(noEdit)
  const [problems, setProblems] = useState<Problems>({})
  const [refused, setRefused] = useState<Refused | null>(null)
  const [run, { loading }] = useMutation(UpdateMutation)
  const [enable] = useMutation(EnableMutation)
  const hasEdit = isChanged(base, edit)
  // Nothing typed yet: a newer version simply takes the old one's place.
  if (live.version !== base.version && !hasEdit && !loading) setBase(live)
  const shown = shownOf(base, edit)

  const tell = (error: unknown) => {
    const found = problemsOfError(error, shown)
    setProblems(found)
    setRefused(refusalOf(error, found))
  }

  const send = async (saveDisabled: boolean, alsoEnable: boolean): Promise<void> => {
    const { data } = await run({ variables: { input: { ...updateInput(base, edit), saveDisabled } } })
    const saved = data?.updateIntegration.integration
    if (!saved) return
    if (alsoEnable && !saved.enabled) await enable({ variables: { id: saved.id } })
    setBase(saved)
    setEdit(noEdit)
    toast.done(saveDisabled ? `${saved.slug} is saved, disabled` : `${saved.slug} is saved`)
    if (saved.slug !== live.slug) router.replace(`/${tenant.slug}/integrations/${saved.slug}/settings`)
  }
  const save = async (options: SaveOptions = {}): Promise<boolean> => {
    const asksSecret = options.asksSecret === true || needsSecretAnew(base, shown)
    const found = options.saveDisabled ? {} : problemsIn(base, shown, asksSecret)
    setProblems(found)
    setRefused(null)
    if (Object.keys(found).length > 0) return false
    try {
      await send(options.saveDisabled === true, options.enable === true)
      return true
    } catch (error) {
      tell(error)
      return false
    }
  }

  return {
    base,
    shown,
    problems,
    refused,
    saving: loading,
    hasEdit,
    isOutdated: refused?.isStale === true || live.version !== base.version,
    needsSecret: needsSecretAnew(base, shown),
    change: (part: Partial<Edit>) => setEdit((known) => ({ ...known, ...part })),
    discard() {
      setBase(live)
      setEdit(noEdit)
      setProblems({})
      setRefused(null)
    },
    /** The newer version under what was typed. */
    takeNewer(newer: typeof live) {
      setBase(newer)
      setRefused(null)
    },
    save,
  }
}

export type Editing = ReturnType<typeof useEdit>
