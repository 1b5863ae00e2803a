'use client'

import { useLazyQuery } from '@apollo/client/react'
import { useState } from 'react'
import type { ResolveImageQuery } from '@/app/generated/graphql'
import { formatBytes } from '@/app/lib/format'
import { troubleOf } from '@/app/lib/trouble'
import { Button } from '@/app/ui/button'
import { Card, Section } from '@/app/ui/card'
import { CopyButton } from '@/app/ui/copy-button'
import { ErrorState, Notice } from '@/app/ui/feedback'
import { Field, Input } from '@/app/ui/field'
import { RelativeTime } from '@/app/ui/time'
import { ResolveTagQuery } from './queries'

type Image = NonNullable<ResolveImageQuery['resolveTag']['image']>

const sizeText = (bytes: number | null) => (bytes === null ? 'size not known' : formatBytes(bytes))

/** What an image's tag stands for now: the digest, ready to be copied. */
export function ResolveTag({ integration }: { integration: string }) {
  const [reference, setReference] = useState('')
  const [ask, { data, error, loading }] = useLazyQuery(ResolveTagQuery, { fetchPolicy: 'no-cache' })
  const resolve = (refresh: boolean) => {
    // What went wrong is told by `error`.
    if (reference.trim()) ask({ variables: { integration, reference: reference.trim(), refresh } }).catch(() => {})
  }
  const { image, failure } = data?.resolveTag ?? {}
  return (
    <Section title="Resolve a tag">
      <Card className="grid gap-4">
        <form
          className="flex flex-wrap items-end gap-x-4 gap-y-3"
          onSubmit={(event) => {
            event.preventDefault()
            resolve(false)
          }}
        >
          <Field label="Image" className="w-96 max-sm:w-full">
            {(aria) => (
              <Input
                {...aria}
                mono
                value={reference}
                onChange={(event) => setReference(event.target.value)}
                maxLength={1000}
                placeholder="such as team/app:v2.3.1"
                autoComplete="off"
                spellCheck={false}
              />
            )}
          </Field>
          <Button type="submit" pending={loading} disabled={!reference.trim()}>
            Resolve
          </Button>
        </form>
        <div aria-live="polite" className="grid gap-3 empty:hidden">
          {error && <ErrorState compact trouble={troubleOf(error)} onRetry={() => resolve(false)} />}
          {!error && failure && (
            <Notice tone="warn">
              <p className="font-medium">{failure.message}</p>
              {failure.remedy && <p className="text-text">{failure.remedy}</p>}
            </Notice>
          )}
          {!error && image && <Resolved image={image} onRefresh={() => resolve(true)} pending={loading} />}
        </div>
      </Card>
    </Section>
  )
}

function Resolved({ image, onRefresh, pending }: { image: Image; onRefresh: () => void; pending: boolean }) {
  const platforms = image.platforms.filter((one) => !one.isAttestation)
  return (
    <div className="grid gap-2">
      <div className="flex flex-wrap items-center gap-2">
        <code data-digest="" className="min-w-0 font-mono text-dense break-all select-all">
          {image.digest}
        </code>
        <CopyButton value={image.digest} label="Copy digest" />
      </div>
      <p className="text-text-2">
        {image.kind.toLowerCase()} of {image.repository}
        {image.tag && `, tag ${image.tag}`}, {sizeText(image.sizeBytes)}
        {image.pushedAt && (
          <>
            , pushed <RelativeTime at={image.pushedAt} inert />
          </>
        )}
        ; resolved <RelativeTime at={image.resolvedAt} inert />
      </p>
      {platforms.length > 0 && (
        <ul aria-label="Platforms" className="grid gap-1">
          {platforms.map((one) => (
            <li key={`${one.platform} ${one.digest}`} className="flex flex-wrap items-center gap-x-3">
              <span className="w-32 font-medium">{one.platform ?? 'not told'}</span>
              <code className="min-w-0 font-mono text-meta break-all text-text-2 select-all">{one.digest}</code>
              <span className="text-text-2">{sizeText(one.sizeBytes)}</span>
            </li>
          ))}
        </ul>
      )}
      <div>
        <Button size="sm" pending={pending} onClick={onRefresh}>
          Ask the registry anew
        </Button>
      </div>
    </div>
  )
}
