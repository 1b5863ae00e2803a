'use client'

import { useMutation } from '@apollo/client/react'
import { useState } from 'react'
import { explained } from '@/app/lib/submit'
import { useTenant } from '@/app/lib/tenant'
import { Button } from '@/app/ui/button'
import { Card, Section } from '@/app/ui/card'
import { ConfirmDialog } from '@/app/ui/dialog'
import { LeaveTenantMutation } from './queries'

/** Gives up every role one holds here. The last owner is refused, and told why. */
export function LeaveTenant() {
  const { name } = useTenant()
  const [isAsking, setAsking] = useState(false)
  const [leave] = useMutation(LeaveTenantMutation)
  const confirm = async () => {
    await explained(leave())
    window.location.assign('/')
  }
  return (
    <Section title={`Leave ${name}`} id="leave">
      <Card className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <p className="max-w-[60ch] min-w-0 flex-1 basis-64 text-text-2">
          You give up every role you hold here. An owner has to make somebody else owner first, when there is no other.
        </p>
        <Button variant="danger" onClick={() => setAsking(true)}>
          Leave {name}
        </Button>
      </Card>
      <ConfirmDialog
        open={isAsking}
        onOpenChange={setAsking}
        title={`Leave ${name}?`}
        description="You cannot come back by yourself: somebody has to invite you again."
        confirmLabel={`Leave ${name}`}
        onConfirm={confirm}
      />
    </Section>
  )
}
