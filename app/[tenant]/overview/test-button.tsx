'use client'

import { useMutation } from '@apollo/client/react'
import { troubleOf } from '@/app/lib/trouble'
import { Button } from '@/app/ui/button'
import { ZapIcon } from '@/app/ui/icons'
import { useToast } from '@/app/ui/toast'
import { TestFromOverviewMutation } from '../queries'

/** Checks an integration now; the answer is in its card and in a message. */
export function TestButton({ id, name }: { id: string; name: string }) {
  const toast = useToast()
  const [test, { loading }] = useMutation(TestFromOverviewMutation)
  const run = () => {
    test({ variables: { id } })
      .then(({ data }) => {
        const result = data?.testIntegration.result
        if (result?.success) toast.done(`${name} passed its test`, result.message)
        else toast.problem(`${name} did not pass its test`, result?.message)
      })
      .catch((error: unknown) => toast.problem(`${name} could not be tested`, troubleOf(error).title))
  }
  return (
    <Button size="sm" icon={<ZapIcon />} pending={loading} onClick={run} aria-label={`Test ${name}`}>
      Test
    </Button>
  )
}
