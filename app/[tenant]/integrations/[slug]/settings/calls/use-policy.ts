'use client'

import { useApolloClient, useMutation } from '@apollo/client/react'
import { useCallback, useEffect, useState } from 'react'
import { codeOf, fieldTroubles, troubleOf } from '@/app/lib/trouble'
import type { Trouble } from '@/app/ui/feedback'
import { useToast } from '@/app/ui/toast'
import { useIntegration } from '../../integration-context'
import {
  type Edit,
  edited,
  type InForce,
  type Problems,
  policyOf,
  problemsIn,
  problemsOfFields,
  usualEdit,
} from './policy-edit'
import { CallPolicyQuery, SetCallPolicyMutation } from './queries'

/**
 * Editing the call policy against the version it was read at. When the integration changes meanwhile, the newer policy
 * takes the old one's place unless something is typed; then saving is refused until the person has looked at both.
 */
export function usePolicy(atFirst: InForce) {
  const { integration: live } = useIntegration()
  const client = useApolloClient()
  const toast = useToast()
  const [base, setBase] = useState(atFirst)
  const [edit, setEdit] = useState<Edit>({})
  const [problems, setProblems] = useState<Problems>({})
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const [isStale, setStale] = useState(false)
  const [run, { loading }] = useMutation(SetCallPolicyMutation)
  const hasEdit = Object.keys(edit).length > 0

  const reread = useCallback(async () => {
    const asked = { query: CallPolicyQuery, variables: { integration: atFirst.id }, fetchPolicy: 'no-cache' } as const
    const { data } = await client.query(asked)
    if (data) setBase(data.integration)
    setStale(false)
  }, [client, atFirst.id])
  const isOld = live.version > base.version && !hasEdit && !loading
  useEffect(() => {
    if (isOld) reread().catch(() => {})
  }, [isOld, reread])

  const tell = (error: unknown) => {
    const fields = problemsOfFields(fieldTroubles(error))
    setProblems(fields)
    setStale(codeOf(error) === 'integration.version_stale')
    setTrouble(Object.keys(fields).length > 0 ? null : troubleOf(error))
  }
  const save = async (): Promise<boolean> => {
    const found = problemsIn(edit)
    setProblems(found)
    setTrouble(null)
    if (Object.keys(found).length > 0) return false
    try {
      const input = { integration: base.id, version: base.version, policy: policyOf(base, edit) }
      const { data } = await run({ variables: { input } })
      if (data) setBase(data.setCallPolicy.integration)
      setEdit({})
      toast.done(`How ${live.slug} is called is saved`, 'It holds for every call from now on.')
      return true
    } catch (error) {
      tell(error)
      return false
    }
  }
  return {
    ...{ base, edit, problems, hasEdit, saving: loading, save, reread },
    trouble: isStale ? null : trouble,
    isOutdated: hasEdit && (isStale || live.version > base.version),
    set: (path: string, value: string | boolean) => setEdit((known) => edited(base, known, path, value)),
    backToUsual: () => setEdit(usualEdit(base)),
    discard() {
      setEdit({})
      setProblems({})
      setTrouble(null)
      setStale(false)
    },
  }
}

export type Editing = ReturnType<typeof usePolicy>
