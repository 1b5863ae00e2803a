'use client'

import { type FormEvent, useRef } from 'react'
import { plural } from '@/app/lib/format'
import { useMay } from '@/app/lib/tenant'
import { Button } from '@/app/ui/button'
import { Section } from '@/app/ui/card'
import { ErrorState, Notice } from '@/app/ui/feedback'
import { RelativeTime } from '@/app/ui/time'
import { SettingsParts } from '../settings-parts'
import { breakerNumbers, bulkheadNumbers, type InForce, quotaNumbers, retryNumbers } from './policy-edit'
import { Fallback, Flag, Numbers, QuotaMode } from './policy-fields'
import { type Editing, usePolicy } from './use-policy'

/** How calls through the integration are made: what is in force, since when, and changing it. */
export function CallSettings({ inForce }: { inForce: InForce }) {
  const mayWrite = useMay('integrations:write')
  const editing = usePolicy(inForce)
  const form = useRef<HTMLFormElement>(null)
  const props = { editing, disabled: !mayWrite }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!editing.hasEdit || editing.saving) return
    if (!(await editing.save())) {
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
    }
  }
  return (
    <div className="grid gap-6">
      <SettingsParts />
      {!mayWrite && <Notice tone="unk">You may look at these settings. Changing them needs the role operator.</Notice>}
      <form ref={form} noValidate autoComplete="off" onSubmit={submit} className="grid max-w-2xl gap-8">
        <InForceLine editing={editing} disabled={props.disabled} />
        <Section title="Second tries">
          <div className="grid gap-5">
            <Numbers {...props} fields={retryNumbers} />
            <Flag
              {...props}
              path="retry.unsafe"
              label="Repeat methods that change something, too"
              hint="POST and PATCH. The service may do it twice when only its answer was lost."
            />
          </div>
        </Section>
        <Section title="Breaker">
          <Numbers {...props} fields={breakerNumbers} />
        </Section>
        <Section title="At once">
          <Numbers {...props} fields={bulkheadNumbers} />
        </Section>
        <Section title="Quota">
          <div className="grid gap-5">
            <QuotaMode {...props} />
            <Numbers {...props} fields={quotaNumbers} />
          </div>
        </Section>
        <Section title="Fallback">
          <Fallback {...props} />
        </Section>
        <Section title="Log">
          <Flag
            {...props}
            path="keepBodies"
            label="Keep bodies with the log of calls"
            hint="Of requests and answers: redacted, and clipped at 16 kB. Whoever may read the integration can read them."
          />
        </Section>
        {mayWrite && <SaveBar editing={editing} />}
      </form>
    </div>
  )
}

function countSaid(changes: Record<string, unknown>): number {
  return Object.values(changes).reduce<number>(
    (sum, value) =>
      sum + (typeof value === 'object' && value !== null ? countSaid(value as Record<string, unknown>) : 1),
    0,
  )
}

function InForceLine({ editing: { base, backToUsual }, disabled }: { editing: Editing; disabled: boolean }) {
  const { changes, since } = base.callPolicy
  const said = countSaid(changes)
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2" data-said={said}>
      <p>
        In force since <RelativeTime at={since} />:{' '}
        {said === 0 ? 'everything is as usual.' : `${plural(said, 'value')} set here, the rest as usual.`}
      </p>
      {said > 0 && !disabled && (
        <Button size="sm" onClick={backToUsual}>
          Everything as usual
        </Button>
      )}
    </div>
  )
}

function SaveBar({ editing }: { editing: Editing }) {
  const { hasEdit, saving, trouble, isOutdated, reread, discard } = editing
  return (
    <div className="sticky bottom-0 z-10 grid gap-3 border-t border-border bg-bg py-3 max-md:static">
      {isOutdated && (
        <div role="alert">
          <Notice
            tone="warn"
            action={
              <Button size="sm" onClick={() => void reread().catch(() => {})}>
                Reload, keep what I typed
              </Button>
            }
          >
            <strong className="font-semibold">Somebody changed it in the meantime.</strong> Reload to see the newer
            version under what you typed, look at both, then save again.
          </Notice>
        </div>
      )}
      {trouble && <ErrorState compact trouble={trouble} />}
      <div className="flex flex-wrap items-center justify-end gap-2">
        <p className="min-w-0 flex-1 text-meta text-text-2">
          {hasEdit ? 'Not saved yet.' : 'Everything is saved.'} It holds for every call from then on.
        </p>
        <Button onClick={discard} disabled={!hasEdit}>
          Discard
        </Button>
        <Button type="submit" variant="primary" pending={saving} disabled={!hasEdit}>
          Save
        </Button>
      </div>
    </div>
  )
}
