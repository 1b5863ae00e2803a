'use client'

import { useEffect, useState } from 'react'
import { useShortcuts } from '@/app/lib/shortcuts'
import { useTenant } from '@/app/lib/tenant'
import { Button } from '@/app/ui/button'
import { Checkbox, Input } from '@/app/ui/field'
import { XIcon } from '@/app/ui/icons'
import { SearchInput } from '@/app/ui/search-input'
import { familyTitle } from '../connector-form'
import { FilterSelect, StateSelect, TypeSelect } from '../filter-selects'
import { isFiltered, type ListChange, type ListSearch, noFilters } from './search'
import type { Listing } from './use-listing'

type Props = { search: ListSearch; onChange: (change: ListChange) => void; frame: Listing['frame'] }

const firstFilter = 'list-filter-state'

/** What the list shows; every choice is in the address. */
export function ListFilters({ search, onChange, frame }: Props) {
  const { environments, projects } = useTenant()
  const families = [...new Set(frame.integrationTypes.flatMap((type) => type.families))]
  const named = (all: readonly { slug: string; name: string }[]) =>
    all.map(({ slug, name }) => ({ value: slug, title: name }))
  useShortcuts({ f: () => document.getElementById(firstFilter)?.focus() })
  return (
    <search className="mb-3 flex flex-wrap items-center gap-2">
      <SearchInput label="Filter by name" value={search.q} onValueChange={(q) => onChange({ q })} />
      <StateSelect id={firstFilter} value={search.state} onChange={(state) => onChange({ state })} />
      <TypeSelect value={search.type} onChange={(type) => onChange({ type })} types={frame.integrationTypes} />
      <FilterSelect
        label="Family"
        all="All families"
        value={search.family}
        onChange={(family) => onChange({ family })}
        options={families.map((family) => ({ value: family, title: familyTitle(family) }))}
      />
      <FilterSelect
        label="Owner"
        all="All owners"
        value={search.owner}
        onChange={(owner) => onChange({ owner })}
        options={frame.owners.map(({ key, title }) => ({ value: key ?? '', title: title ?? 'Without an owner' }))}
      />
      <FilterSelect
        label="Environment"
        all="All environments"
        value={search.environment}
        onChange={(environment) => onChange({ environment })}
        options={[...named(environments), { value: '', title: 'Without an environment' }]}
      />
      {projects.length > 1 && (
        <FilterSelect
          label="Project"
          all="All projects"
          value={search.project}
          onChange={(project) => onChange({ project })}
          options={named(projects)}
        />
      )}
      <LabelInput value={search.label ?? ''} onValueChange={(label) => onChange({ label: label || null })} />
      <Checkbox
        label="Deleted"
        checked={search.deleted}
        className="mx-1"
        onChange={(event) => onChange({ deleted: event.target.checked, group: null })}
      />
      {isFiltered(search) && (
        <Button variant="ghost" size="sm" icon={<XIcon />} onClick={() => onChange(noFilters)}>
          Clear filters
        </Button>
      )}
    </search>
  )
}

const typingPauseMs = 400

function LabelInput({ value, onValueChange }: { value: string; onValueChange: (value: string) => void }) {
  const [typed, setTyped] = useState(value)
  const [given, setGiven] = useState(value)
  if (given !== value) {
    setGiven(value)
    setTyped(value)
  }
  useEffect(() => {
    if (typed === value) return
    const timer = setTimeout(() => onValueChange(typed), typingPauseMs)
    return () => clearTimeout(timer)
  }, [typed, value, onValueChange])
  return (
    <span className="max-sm:flex-1 max-sm:basis-[calc(50%-0.25rem)] sm:w-36">
      <Input
        dense
        aria-label="Label, as key=value"
        placeholder="label=value"
        value={typed}
        maxLength={264}
        onChange={(event) => setTyped(event.target.value)}
      />
    </span>
  )
}
