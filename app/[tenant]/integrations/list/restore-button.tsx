'use client'

import { useMutation } from '@apollo/client/react'
import { useRouter } from 'next/navigation'
import { useMay, useTenant } from '@/app/lib/tenant'
import { troubleOf } from '@/app/lib/trouble'
import { Button } from '@/app/ui/button'
import { RotateCcwIcon } from '@/app/ui/icons'
import { useToast } from '@/app/ui/toast'
import { RestoreMutation } from '../queries'
import { useAgain } from './use-listing'

/** Brings a deleted integration back; where its secret was destroyed, goes on to entering it again. */
export function RestoreButton({ id, slug }: { id: string; slug: string }) {
  const tenant = useTenant()
  const mayWrite = useMay('integrations:write')
  const router = useRouter()
  const toast = useToast()
  const again = useAgain()
  const [run, { loading }] = useMutation(RestoreMutation)
  if (!mayWrite) return null
  const restore = () => {
    run({ variables: { id } })
      .then(({ data }) => {
        const restored = data?.restoreIntegration
        if (!restored) return
        const here = `/${tenant.slug}/integrations/${restored.integration.slug}`
        if (restored.needsSecret) {
          toast.done(`${slug} is back, disabled`, 'Its secret was destroyed with it: enter it again.')
          router.push(`${here}/settings?reconnect`)
        } else {
          toast.done(`${slug} is back`)
        }
        again()
      })
      .catch((error: unknown) => {
        const { title, remedy } = troubleOf(error)
        toast.problem(`${slug} could not be restored`, remedy ? `${title}. ${remedy}` : title)
      })
  }
  return (
    <Button size="sm" icon={<RotateCcwIcon />} pending={loading} onClick={restore} aria-label={`Restore ${slug}`}>
      Restore
    </Button>
  )
}
