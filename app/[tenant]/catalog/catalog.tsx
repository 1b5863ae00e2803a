'use client'

import Link from 'next/link'
import { parseAsString, useQueryState } from 'nuqs'
import { formatNumber } from '@/app/lib/format'
import { useMay, useTenant } from '@/app/lib/tenant'
import { BrandMark } from '@/app/ui/brand-mark'
import { Button, LinkButton } from '@/app/ui/button'
import { PageHeader, Section } from '@/app/ui/card'
import { EmptyState } from '@/app/ui/feedback'
import { SearchInput } from '@/app/ui/search-input'
import { familyTitle } from '../integrations/connector-form'
import { type CatalogType, capabilityWords, categoriesOf, fitsText, maturityWords } from './words'

/** The kinds of service that can be connected, by category. */
export function Catalog({ types }: { types: readonly CatalogType[] }) {
  const [text, setText] = useQueryState('q', parseAsString.withDefault('').withOptions({ history: 'replace' }))
  const shown = types.filter((type) => fitsText(type, text.trim()))
  return (
    <>
      <PageHeader title="Catalog" lead="What can be connected, what it needs, and what its checks ask." />
      <search className="mb-6 flex">
        <SearchInput label="Filter the catalog" value={text} onValueChange={(next) => void setText(next || null)} />
      </search>
      <p role="status" className="sr-only">
        {text && `${shown.length} found`}
      </p>
      {shown.length === 0 && (
        <EmptyState
          title="No type fits these words"
          action={<Button onClick={() => void setText(null)}>Show the whole catalog</Button>}
        >
          Anything with an HTTP API can be connected as “HTTP service”.
        </EmptyState>
      )}
      <div className="flex flex-wrap gap-x-4 gap-y-8">
        {categoriesOf(shown).map(({ family, types: ofFamily }) => (
          // Small categories share a line.
          <div key={family} className="min-w-0 max-sm:basis-full!" style={{ flexBasis: widthFor(ofFamily.length) }}>
            <Section title={familyTitle(family)}>
              <ul className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,18rem),1fr))] gap-4">
                {ofFamily.map((type) => (
                  <li key={type.id} className="grid min-w-0">
                    <TypeTile type={type} />
                  </li>
                ))}
              </ul>
            </Section>
          </div>
        ))}
      </div>
    </>
  )
}

const tileRem = 20
const widthFor = (count: number) => `min(100%, ${count * tileRem + count - 1}rem)`

function TypeTile({ type }: { type: CatalogType }) {
  const { slug } = useTenant()
  const mayConnect = useMay('integrations:write')
  return (
    <article
      data-type={type.id}
      className="relative flex min-w-0 flex-col gap-3 rounded-card border border-border bg-raised p-4 hover:border-control"
    >
      <div className="flex items-start gap-3">
        <BrandMark type={type.id} name={type.name} instance={type.instances[0]?.slugStem} />
        <div className="min-w-0 flex-1">
          <h3 className="font-medium">
            <Link href={`/${slug}/catalog/${type.id}`} className="after:absolute after:inset-0 hover:underline">
              {type.name}
            </Link>
          </h3>
          <p className="text-meta text-text-2">{maturityWords[type.maturity]}</p>
        </div>
        <UsedBy type={type} />
      </div>
      <p className="text-text-2">{type.description}</p>
      <ul className="flex flex-wrap gap-1.5" aria-label="Capabilities">
        {type.capabilities.map((capability) => (
          <li key={capability} className="rounded-full bg-unk-bg px-2 py-0.5 text-meta text-unk">
            {capabilityWords(capability)}
          </li>
        ))}
      </ul>
      {mayConnect && (
        <LinkButton
          size="sm"
          href={`/${slug}/integrations/new?type=${type.id}`}
          prefetch={false}
          aria-label={`Connect ${type.name}`}
          className="relative mt-auto self-start"
        >
          Connect
        </LinkButton>
      )}
    </article>
  )
}

function UsedBy({ type: { id, integrationCount, name } }: { type: CatalogType }) {
  const { slug } = useTenant()
  if (integrationCount === 0) return <span className="text-meta text-text-2">not used yet</span>
  return (
    <Link
      href={`/${slug}/integrations?type=${id}`}
      prefetch={false}
      aria-label={`Used by ${integrationCount}: the integrations of the type ${name}`}
      className="relative rounded-control text-meta text-accent hover:underline"
    >
      used by {formatNumber(integrationCount)}
    </Link>
  )
}
