'use client'

import { useState } from 'react'
import { Button } from '@/app/ui/button'
import { Notice } from '@/app/ui/feedback'
import { KeyRoundIcon } from '@/app/ui/icons'
import { StoredSecretDialog } from './stored-secret-dialog'
import type { Wizard } from './use-wizard'

/** The way to a secret that is stored already: never chosen by itself, and told for as long as it is chosen. */
export function StoredSecret({ wizard }: { wizard: Wizard }) {
  const [isOpen, setOpen] = useState(false)
  const { reuse, dispatch, problems } = wizard
  const use = (chosen: typeof reuse) => dispatch({ is: 'set reuse', reuse: chosen })
  return (
    <div className="grid justify-items-start gap-3" data-reuse={reuse?.slug}>
      {reuse ? (
        <Notice
          tone="info"
          action={
            <Button size="sm" onClick={() => use(null)}>
              Enter a secret instead
            </Button>
          }
        >
          It uses the stored secret of <strong className="font-semibold">{reuse.name}</strong> ({reuse.slug}), by
          reference, and acts with the rights of it.
        </Notice>
      ) : (
        <Button icon={<KeyRoundIcon />} onClick={() => setOpen(true)}>
          Use a secret already stored …
        </Button>
      )}
      {problems.reuseSecretOf && <p className="text-dense text-bad">{problems.reuseSecretOf}</p>}
      {isOpen && (
        <StoredSecretDialog
          wizard={wizard}
          onClose={() => setOpen(false)}
          onUse={(chosen) => {
            use(chosen)
            setOpen(false)
          }}
        />
      )}
    </div>
  )
}
