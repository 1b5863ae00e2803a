'use client'

import { useEffect, useRef } from 'react'
import { useTenant } from '@/app/lib/tenant'
import { Button, LinkButton } from '@/app/ui/button'
import { CopyButton } from '@/app/ui/copy-button'
import { ActivityIcon, ArrowRightIcon, PlusIcon } from '@/app/ui/icons'
import { StateIcon } from '@/app/ui/state-icon'

type Props = { integration: { slug: string; name: string; enabled: boolean }; onAnother: () => void }

/** Connected: where to go from here, and the same from the terminal and from code. */
export function Done({ integration: { slug, name, enabled }, onAnother }: Props) {
  const tenant = useTenant()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const here = `/${tenant.slug}/integrations/${slug}`
  return (
    <div className="grid max-w-3xl gap-6">
      <div className="flex items-start gap-3 [--cut:var(--bg)]">
        <StateIcon state={enabled ? 'HEALTHY' : 'DISABLED'} silent className="mt-1 size-5" />
        <div className="min-w-0">
          <h1 ref={heading} tabIndex={-1} className="text-title font-semibold tracking-[-0.01em] outline-none">
            {enabled ? `${name} is connected` : `${name} is saved, disabled`}
          </h1>
          <p className="mt-1 max-w-[60ch] text-text-2">
            {enabled
              ? 'Its health is checked from now on; every change shows on the overview within seconds.'
              : 'It is not checked until somebody enables it.'}
          </p>
        </div>
      </div>
      <div className="flex flex-wrap gap-2">
        <LinkButton variant="primary" href={here} icon={<ArrowRightIcon />}>
          Open {slug}
        </LinkButton>
        <Button icon={<PlusIcon />} onClick={onAnother}>
          Connect another
        </Button>
        <LinkButton href={`${here}/activity`} icon={<ActivityIcon />}>
          See its activity
        </LinkButton>
      </div>
      <Snippet title="From the terminal" text={`npx inthub integration status ${slug}`} />
      <Snippet
        title="From code, over GraphQL"
        text={`{
  integration(id: "${slug}") {
    health
    healthMessage
    checkedAt
    quotas { pool remaining limit resetAt }
  }
}`}
      />
    </div>
  )
}

function Snippet({ title, text }: { title: string; text: string }) {
  return (
    <div className="min-w-0 rounded-card border border-border bg-raised">
      <div className="flex items-center justify-between gap-3 border-b border-border px-3 py-2">
        <h2 className="font-medium">{title}</h2>
        <CopyButton value={text} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by keyboard */}
      <section tabIndex={0} aria-label={title} className="overflow-x-auto px-3 py-3">
        <pre className="font-mono text-dense">{text}</pre>
      </section>
    </div>
  )
}
