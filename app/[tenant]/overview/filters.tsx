'use client'

import { StateSelect, TypeSelect } from '@/app/[tenant]/integrations/filter-selects'
import { Button } from '@/app/ui/button'
import { LayoutGridIcon, Table2Icon, XIcon } from '@/app/ui/icons'
import { SearchInput } from '@/app/ui/search-input'
import { Segmented } from '@/app/ui/segmented'
import type { OverviewSearch } from './search'

export type FiltersProps = {
  search: OverviewSearch
  onChange: (change: Partial<OverviewSearch>) => void
  types: readonly { id: string; name: string }[]
  total: number
}

/** What the list shows; every choice is in the address. */
export function Filters({ search, onChange, types, total }: FiltersProps) {
  const isFiltered = search.q !== '' || search.state !== null || search.type !== null
  return (
    <search className="mb-4 flex flex-wrap items-center gap-2">
      <SearchInput label="Filter by name" value={search.q} onValueChange={(q) => onChange({ q })} />
      <StateSelect value={search.state} onChange={(state) => onChange({ state })} total={total} />
      <TypeSelect value={search.type} onChange={(type) => onChange({ type })} types={types} />
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
