'use client'

import { Button } from '@/app/ui/button'
import { Checkbox, Select } from '@/app/ui/field'
import { XIcon } from '@/app/ui/icons'
import { SearchInput } from '@/app/ui/search-input'
import { states, stateWords } from '@/app/ui/state'
import { familyTitle } from '../connector-form'
import { type ListSearch, noFilters } from './search'

type Props = {
  search: ListSearch
  onChange: (change: Partial<ListSearch>) => void
  types: readonly { id: string; name: string; families: readonly string[] }[]
}

/** What the list shows; every choice is in the address. */
export function ListFilters({ search, onChange, types }: Props) {
  const families = [...new Set(types.flatMap((type) => type.families))]
  const isFiltered = Object.entries(search).some(([key, value]) => value !== noFilters[key as keyof ListSearch])
  return (
    <search className="mb-4 flex flex-wrap items-center gap-2">
      <SearchInput label="Filter by name" value={search.q} onValueChange={(q) => onChange({ q })} />
      <Select
        dense
        className="max-sm:flex-1 max-sm:basis-[40%]"
        aria-label="State"
        value={search.state ?? ''}
        onChange={(event) => onChange({ state: event.target.value || null })}
      >
        <option value="">All states</option>
        {states.map((state) => (
          <option key={state} value={state.toLowerCase()}>
            {stateWords[state]}
          </option>
        ))}
      </Select>
      <Select
        dense
        className="max-sm:flex-1 max-sm:basis-[40%]"
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
      <Select
        dense
        className="max-sm:flex-1 max-sm:basis-[40%]"
        aria-label="Family"
        value={search.family ?? ''}
        onChange={(event) => onChange({ family: event.target.value || null })}
      >
        <option value="">All families</option>
        {families.map((family) => (
          <option key={family} value={family}>
            {familyTitle(family)}
          </option>
        ))}
      </Select>
      <Checkbox
        label="Deleted"
        checked={search.deleted}
        className="mx-1"
        onChange={(event) => onChange({ deleted: event.target.checked })}
      />
      {isFiltered && (
        <Button variant="ghost" size="sm" icon={<XIcon />} onClick={() => onChange(noFilters)}>
          Clear filters
        </Button>
      )}
    </search>
  )
}
