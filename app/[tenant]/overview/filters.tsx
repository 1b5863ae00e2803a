'use client'

import { useEffect, useRef, useState } from 'react'
import { useShortcuts } from '@/app/lib/shortcuts'
import { Button } from '@/app/ui/button'
import { Input, Select } from '@/app/ui/field'
import { LayoutGridIcon, SearchIcon, Table2Icon, XIcon } from '@/app/ui/icons'
import { Segmented } from '@/app/ui/segmented'
import { states, stateWords } from '@/app/ui/state'
import type { OverviewSearch } from './search'

export type FiltersProps = {
  search: OverviewSearch
  onChange: (change: Partial<OverviewSearch>) => void
  types: readonly { id: string; name: string }[]
  total: number
}

const typingPauseMs = 200

/** What the list shows; every choice is in the address. */
export function Filters({ search, onChange, types, total }: FiltersProps) {
  const isFiltered = search.q !== '' || search.state !== null || search.type !== null
  return (
    <search className="mb-4 flex flex-wrap items-center gap-2">
      <TextFilter value={search.q} onChange={(q) => onChange({ q })} />
      <Select
        dense
        className="max-sm:flex-1 max-sm:basis-[calc(50%-0.25rem)]"
        aria-label="State"
        value={search.state ?? ''}
        onChange={(event) => onChange({ state: event.target.value || null })}
      >
        <option value="">All states ({total})</option>
        {states.map((state) => (
          <option key={state} value={state.toLowerCase()}>
            {stateWords[state]}
          </option>
        ))}
      </Select>
      <Select
        dense
        className="max-sm:flex-1 max-sm:basis-[calc(50%-0.25rem)]"
        aria-label="Type"
        value={search.type ?? ''}
        onChange={(event) => onChange({ type: event.target.value || null })}
      >
        <option value="">All types</option>
        {types.map((type) => (
          <option key={type.id} value={type.id}>
            {type.name}
          </option>
        ))}
      </Select>
      {isFiltered && (
        <Button variant="ghost" size="sm" icon={<XIcon />} onClick={() => onChange({ q: '', state: null, type: null })}>
          Clear filters
        </Button>
      )}
      <div className="ml-auto">
        <Segmented
          label="View"
          value={search.view}
          onValueChange={(view) => onChange({ view })}
          segments={[
            { value: 'cards', label: 'Cards', icon: <LayoutGridIcon className="size-3.5" /> },
            { value: 'table', label: 'Table', icon: <Table2Icon className="size-3.5" /> },
          ]}
        />
      </div>
    </search>
  )
}

function TextFilter({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const input = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState(value)
  const [given, setGiven] = useState(value)
  // The address may change by itself: a link, the back button, "clear filters".
  if (given !== value) {
    setGiven(value)
    setTyped(value)
  }
  useEffect(() => {
    if (typed === value) return
    const timer = setTimeout(() => onChange(typed), typingPauseMs)
    return () => clearTimeout(timer)
  }, [typed, value, onChange])
  useShortcuts({ '/': () => input.current?.focus() })
  return (
    <span className="relative max-sm:w-full sm:w-56">
      <SearchIcon className="pointer-events-none absolute top-1/2 left-2.5 -translate-y-1/2 text-text-2" />
      <Input
        ref={input}
        type="search"
        aria-label="Filter by name"
        aria-keyshortcuts="/"
        placeholder="Filter by name"
        value={typed}
        maxLength={120}
        onChange={(event) => setTyped(event.target.value)}
        dense
        className="pr-2 pl-8"
      />
    </span>
  )
}
