'use client'

import { type ReactNode, useId, useState } from 'react'
import { formatAbsolute } from '@/app/lib/format'
import { Button } from '@/app/ui/button'
import { useHydrated } from '@/app/ui/clock'
import { Field, Input, Select } from '@/app/ui/field'
import { ChevronDownIcon, FilterIcon, XIcon } from '@/app/ui/icons'
import { SearchInput } from '@/app/ui/search-input'
import { type ActivitySearch, actors, levels, noFilters, outcomes } from './search'

type Props = {
  search: ActivitySearch
  onChange: (change: Partial<ActivitySearch>) => void
  /** The page of one integration does not ask for which. */
  withIntegration: boolean
  children?: ReactNode
}

const actorWords = { user: 'people', api_key: 'API keys', system: 'the hub' } as const
const levelWords = { info: 'all levels', warning: 'warning and worse', error: 'errors' } as const

type Chip = { key: keyof ActivitySearch; words: string }

function chipsOf(search: ActivitySearch, withIntegration: boolean): Chip[] {
  const { q, integration, type, level, outcome, actor, from, to } = search
  const chips: (Chip | false | null)[] = [
    q !== '' && { key: 'q', words: `text: ${q}` },
    withIntegration && integration !== null && { key: 'integration', words: `integration: ${integration}` },
    type !== null && { key: 'type', words: `type: ${type}` },
    level !== null && { key: 'level', words: `level: ${levelWords[level]}` },
    outcome !== null && { key: 'outcome', words: `outcome: ${outcome}` },
    actor !== null && { key: 'actor', words: `by: ${actorWords[actor]}` },
    from !== null && { key: 'from', words: `from ${formatAbsolute(from)}` },
    to !== null && { key: 'to', words: `until ${formatAbsolute(to)}` },
  ]
  return chips.filter((chip): chip is Chip => Boolean(chip))
}

/** What is shown; every choice is in the address and can be taken back one by one. */
export function ActivityFilters({ search, onChange, withIntegration, children }: Props) {
  const [isOpen, setOpen] = useState(false)
  const panelId = useId()
  const isHydrated = useHydrated()
  const chips = chipsOf(search, withIntegration)
  return (
    <search className="mb-4 grid gap-3">
      <div className="flex flex-wrap items-center gap-2">
        <SearchInput label="Filter by text" value={search.q} onValueChange={(q) => onChange({ q })} />
        <Button
          size="sm"
          icon={<FilterIcon />}
          aria-expanded={isOpen}
          aria-controls={panelId}
          onClick={() => setOpen(!isOpen)}
        >
          Filter
          <ChevronDownIcon className={isOpen ? 'rotate-180' : undefined} />
        </Button>
        {children}
      </div>
      <div id={panelId} hidden={!isOpen} className="rounded-card border border-border bg-surface p-4">
        {isOpen && <Choices search={search} onChange={onChange} withIntegration={withIntegration} />}
      </div>
      {chips.length > 0 && isHydrated && (
        <ul aria-label="Filters in use" className="flex flex-wrap items-center gap-2">
          {chips.map(({ key, words }) => (
            <li key={key}>
              <button
                type="button"
                onClick={() => onChange({ [key]: noFilters[key] })}
                className="inline-flex min-h-6 items-center gap-1.5 rounded-full border border-control/60 bg-raised px-2.5 py-0.5 text-meta font-medium hover:border-control"
              >
                {words}
                <XIcon className="size-3" label="remove" />
              </button>
            </li>
          ))}
          <li>
            <Button size="sm" variant="ghost" onClick={() => onChange(noFilters)}>
              Clear filters
            </Button>
          </li>
        </ul>
      )}
    </search>
  )
}

const patterns = ['integration.*', 'credential.*', 'member.*', 'api_key.*', 'session.*', 'egress.*']
const spans = [
  ['Last hour', 1],
  ['Last 24 h', 24],
  ['Last 7 days', 168],
] as const

/** As a datetime-local input wants it: the user's zone, no seconds. */
function localInput(date: Date | null): string {
  if (!date) return ''
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}

function chosen<T extends string>(known: readonly T[], value: string): T | null {
  return known.find((each) => each === value) ?? null
}

function fromLocal(value: string): Date | null {
  const date = new Date(value)
  return Number.isNaN(date.getTime()) ? null : date
}

function Choices({ search, onChange, withIntegration }: Omit<Props, 'children'>) {
  const listId = useId()
  return (
    <div className="grid gap-4">
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
        {withIntegration && (
          <Field label="Integration" hint="Slug or id">
            {(aria) => (
              <Input
                {...aria}
                mono
                defaultValue={search.integration ?? ''}
                onChange={(event) => onChange({ integration: event.target.value.trim() || null })}
              />
            )}
          </Field>
        )}
        <Field label="Type" hint="A name, or a pattern such as integration.*">
          {(aria) => (
            <>
              <Input
                {...aria}
                mono
                list={listId}
                defaultValue={search.type ?? ''}
                onChange={(event) => onChange({ type: event.target.value.trim() || null })}
              />
              <datalist id={listId}>
                {patterns.map((pattern) => (
                  <option key={pattern} value={pattern} />
                ))}
              </datalist>
            </>
          )}
        </Field>
        <Field label="Level">
          {(aria) => (
            <Select
              {...aria}
              value={search.level ?? ''}
              onChange={(event) => onChange({ level: chosen(levels, event.target.value) })}
            >
              <option value="">Any</option>
              <option value="warning">Warning and worse</option>
              <option value="error">Errors</option>
            </Select>
          )}
        </Field>
        <Field label="Outcome">
          {(aria) => (
            <Select
              {...aria}
              value={search.outcome ?? ''}
              onChange={(event) => onChange({ outcome: chosen(outcomes, event.target.value) })}
            >
              <option value="">Any</option>
              <option value="success">Success</option>
              <option value="failure">Failure</option>
            </Select>
          )}
        </Field>
        <Field label="By">
          {(aria) => (
            <Select
              {...aria}
              value={search.actor ?? ''}
              onChange={(event) => onChange({ actor: chosen(actors, event.target.value) })}
            >
              <option value="">Anybody</option>
              <option value="user">People</option>
              <option value="api_key">API keys</option>
              <option value="system">The hub</option>
            </Select>
          )}
        </Field>
        <Field label="From">
          {(aria) => (
            <Input
              {...aria}
              type="datetime-local"
              value={localInput(search.from)}
              onChange={(event) => onChange({ from: fromLocal(event.target.value) })}
            />
          )}
        </Field>
        <Field label="Until">
          {(aria) => (
            <Input
              {...aria}
              type="datetime-local"
              value={localInput(search.to)}
              onChange={(event) => onChange({ to: fromLocal(event.target.value) })}
            />
          )}
        </Field>
      </div>
      <div className="flex flex-wrap gap-2">
        {spans.map(([words, hours]) => (
          <Button
            key={words}
            size="sm"
            onClick={() => onChange({ from: new Date(Date.now() - hours * 3_600_000), to: null })}
          >
            {words}
          </Button>
        ))}
      </div>
    </div>
  )
}
