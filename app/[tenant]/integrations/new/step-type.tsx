'use client'

import { useEffect, useRef, useState } from 'react'
import { BrandMark } from '@/app/ui/brand-mark'
import { Button } from '@/app/ui/button'
import { cx } from '@/app/ui/cx'
import { EmptyState } from '@/app/ui/feedback'
import { Input } from '@/app/ui/field'
import { SearchIcon } from '@/app/ui/icons'
import { type ConnectorForm, type ConnectorInstance, familyTitle } from '../connector-form'

type Tile = { connector: ConnectorForm; instance: ConnectorInstance; family: string; words: string }

function tilesOf(types: readonly ConnectorForm[]): Tile[] {
  return types.flatMap((connector) =>
    connector.instances.map((instance) => ({
      connector,
      instance,
      family: connector.families[0] ?? 'custom',
      words: [
        instance.title,
        instance.slugStem,
        connector.name,
        connector.id,
        connector.description,
        ...connector.aliases,
        ...connector.families.map(familyTitle),
      ]
        .join(' ')
        .toLowerCase(),
    })),
  )
}

function fits(tile: Tile, text: string): boolean {
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => tile.words.includes(word))
}

/** In the catalog's order; what fits anything comes last. */
function familiesOf(tiles: readonly Tile[]): string[] {
  const found = [...new Set(tiles.map((tile) => tile.family))]
  return [...found.filter((family) => family !== 'custom'), ...found.filter((family) => family === 'custom')]
}

type Props = {
  types: readonly ConnectorForm[]
  chosen: { type: string | null; instance: string | null }
  onChoose: (type: string, instance: string) => void
}

/** Which service? One tile for each place a connector knows. */
export function StepType({ types, chosen, onChoose }: Props) {
  const [text, setText] = useState('')
  const search = useRef<HTMLInputElement>(null)
  useEffect(() => search.current?.focus(), [])
  const shown = tilesOf(types).filter((tile) => fits(tile, text.trim()))
  const [first] = shown
  const families = familiesOf(shown)
  return (
    <div className="grid gap-6">
      <div className="relative max-w-md">
        <SearchIcon className="pointer-events-none absolute top-1/2 left-2.5 -translate-y-1/2 text-text-2" />
        <Input
          ref={search}
          type="search"
          aria-label="Search services"
          placeholder="Search services"
          value={text}
          className="pl-8"
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return
            event.preventDefault()
            if (first && text.trim()) onChoose(first.connector.id, first.instance.id)
          }}
        />
      </div>
      <p role="status" className="sr-only">
        {text && `${shown.length} found`}
      </p>
      {shown.length === 0 && (
        <EmptyState
          title="No service fits these words"
          action={<Button onClick={() => setText('')}>Show all services</Button>}
        >
          Anything with an HTTP API can be connected as “HTTP service”.
        </EmptyState>
      )}
      {families.map((family) => (
        <section key={family} aria-label={familyTitle(family)}>
          <h3 className="mb-2 text-meta font-semibold tracking-[0.06em] text-text-2 uppercase">
            {familyTitle(family)}
          </h3>
          <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,15rem),1fr))] gap-3">
            {shown
              .filter((tile) => tile.family === family)
              .map((tile) => (
                <li key={`${tile.connector.id} ${tile.instance.id}`}>
                  <TypeTile
                    tile={tile}
                    isChosen={tile.connector.id === chosen.type && tile.instance.id === chosen.instance}
                    onChoose={onChoose}
                  />
                </li>
              ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

type TypeTileProps = { tile: Tile; isChosen: boolean; onChoose: Props['onChoose'] }

function TypeTile({ tile: { connector, instance }, isChosen, onChoose }: TypeTileProps) {
  return (
    <button
      type="button"
      aria-pressed={isChosen}
      data-type={connector.id}
      data-instance={instance.id}
      onClick={() => onChoose(connector.id, instance.id)}
      className={cx(
        'flex h-full w-full items-center gap-3 rounded-card border bg-raised p-3 text-left transition-colors duration-(--out) hover:border-control',
        isChosen ? 'border-accent ring-1 ring-accent' : 'border-border',
      )}
    >
      <BrandMark type={connector.id} instance={instance.slugStem} name={instance.title} />
      <span className="min-w-0">
        <span className="block font-medium">{instance.title}</span>
        {connector.name !== instance.title && (
          <span className="block truncate text-meta text-text-2">{connector.name}</span>
        )}
      </span>
    </button>
  )
}
