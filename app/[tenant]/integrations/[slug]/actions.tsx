'use client'

import { useMutation } from '@apollo/client/react'
import { useRouter, useSearchParams } from 'next/navigation'
import { useState } from 'react'
import type { DetailIntegrationFragment } from '@/app/generated/graphql'
import { useShortcuts } from '@/app/lib/shortcuts'
import { useMay, useTenant } from '@/app/lib/tenant'
import { troubleOf } from '@/app/lib/trouble'
import { Button, LinkButton } from '@/app/ui/button'
import { ActivityIcon, KeyRoundIcon, PowerIcon, Trash2Icon, ZapIcon } from '@/app/ui/icons'
import { useToast } from '@/app/ui/toast'
import { DisableMutation, EnableMutation, TestMutation } from '../queries'
import { DeleteDialog } from './delete-dialog'

type Props = { integration: DetailIntegrationFragment }

/** Test, reconnect, switch on and off, delete: what the person may do, and nothing else. */
export function Actions({ integration }: Props) {
  const { slug } = useTenant()
  const mayWrite = useMay('integrations:write')
  const mayTest = useMay('integrations:test')
  // A list or the palette may have asked for it; it is confirmed here, beside what it is about.
  const [isDeleting, setDeleting] = useState(useSearchParams().has('delete'))
  const { test, testing } = useTest(integration)
  const { toggle, toggling } = useToggle(integration)
  const router = useRouter()
  const doctor = `/${slug}/integrations/${integration.slug}/doctor?run`
  useShortcuts(mayTest ? { t: test, d: () => router.push(doctor) } : {})
  if (!mayWrite && !mayTest) {
    return <p className="text-meta text-text-2">You may look. Changing needs the role operator.</p>
  }
  return (
    <div className="flex flex-wrap items-center gap-2">
      {mayTest && (
        <Button icon={<ZapIcon />} shortcut="t" aria-keyshortcuts="t" pending={testing} onClick={test}>
          Test
        </Button>
      )}
      {mayTest && (
        <LinkButton href={doctor} icon={<ActivityIcon />} shortcut="d" aria-keyshortcuts="d">
          Run doctor
        </LinkButton>
      )}
      {mayWrite && (
        <>
          <LinkButton href={`/${slug}/integrations/${integration.slug}/settings?reconnect`} icon={<KeyRoundIcon />}>
            Reconnect
          </LinkButton>
          <Button icon={<PowerIcon />} pending={toggling} onClick={toggle}>
            {integration.enabled ? 'Disable' : 'Enable'}
          </Button>
          <Button variant="danger" icon={<Trash2Icon />} onClick={() => setDeleting(true)}>
            Delete
          </Button>
          <DeleteDialog integration={integration} open={isDeleting} onOpenChange={setDeleting} />
        </>
      )}
    </div>
  )
}

function useTest({ id, slug }: DetailIntegrationFragment) {
  const toast = useToast()
  const [run, { loading }] = useMutation(TestMutation)
  const test = () => {
    if (loading) return
    run({ variables: { id } })
      .then(({ data }) => {
        const result = data?.testIntegration.result
        if (result?.success) toast.done(`${slug} passed its test`, result.message)
        else toast.problem(`${slug} did not pass its test`, result?.message)
      })
      .catch((error: unknown) => tellProblem(toast, `${slug} could not be tested`, error))
  }
  return { test, testing: loading }
}

function useToggle({ id, slug, enabled }: DetailIntegrationFragment) {
  const toast = useToast()
  const [enable, enabling] = useMutation(EnableMutation)
  const [disable, disabling] = useMutation(DisableMutation)
  const toggle = () => {
    const run = enabled ? disable : enable
    run({ variables: { id } })
      .then(() => toast.done(enabled ? `${slug} is disabled` : `${slug} is enabled, its first check runs now`))
      .catch((error: unknown) => tellProblem(toast, `${slug} could not be ${enabled ? 'disabled' : 'enabled'}`, error))
  }
  return { toggle, toggling: enabling.loading || disabling.loading }
}

function tellProblem(toast: ReturnType<typeof useToast>, what: string, error: unknown): void {
  const { title, remedy } = troubleOf(error)
  toast.problem(what, remedy ? `${title}. ${remedy}` : title)
}
