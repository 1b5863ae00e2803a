'use client'

import { useApolloClient } from '@apollo/client/react'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import { plural } from '@/app/lib/format'
import { useTenant } from '@/app/lib/tenant'
import { troubleOf } from '@/app/lib/trouble'
import { Button, IconButton } from '@/app/ui/button'
import { BookmarkIcon, CodeXmlIcon, Columns3Icon, DownloadIcon, LinkIcon, Rows3Icon } from '@/app/ui/icons'
import { Menu, MenuChecks, MenuItem, MenuLabel, MenuLink, MenuSeparator } from '@/app/ui/menu'
import { useToast } from '@/app/ui/toast'
import { FilterSelect } from '../filter-selects'
import { type ColumnId, columnIds, columns } from './columns'
import { type Grouping, groupings, type ListChange, type ListSearch } from './search'
import { useViews } from './views'
import { walkRows } from './walk'

const QueryDialog = dynamic(() => import('./query-dialog').then((it) => it.QueryDialog), { ssr: false })
const ViewsDialog = dynamic(() => import('./views-dialog').then((it) => it.ViewsDialog), { ssr: false })

type Props = { search: ListSearch; onChange: (change: ListChange) => void; total: number }

const groupTitles: Record<Grouping, string> = {
  type: 'Group by type',
  state: 'Group by state',
  owner: 'Group by owner',
  project: 'Group by project',
  environment: 'Group by environment',
}

/** How the list is looked at: groups, columns, density, views, and what to take away from it. */
export function ListToolbar({ search, onChange, total }: Props) {
  const [isQueryOpen, setQueryOpen] = useState(false)
  const isDense = search.density === 'dense'
  return (
    <div role="toolbar" aria-label="View" className="mb-3 flex flex-wrap items-center gap-1.5">
      {!search.deleted && (
        <>
          <FilterSelect
            label="Group"
            all="Not grouped"
            value={search.group}
            onChange={(group) => onChange({ group: group as Grouping | null, folded: [] })}
            options={groupings.map((value) => ({ value, title: groupTitles[value] }))}
          />
          <ColumnsMenu search={search} onChange={onChange} />
        </>
      )}
      <IconButton
        label="Dense rows"
        icon={<Rows3Icon />}
        aria-pressed={isDense}
        variant={isDense ? 'secondary' : 'ghost'}
        onClick={() => onChange({ density: isDense ? 'comfortable' : 'dense' })}
      />
      <ViewsMenu />
      <span className="ml-auto flex gap-1.5">
        <ExportMenu search={search} total={total} />
        <Button variant="ghost" icon={<CodeXmlIcon />} onClick={() => setQueryOpen(true)}>
          Show query
        </Button>
      </span>
      {isQueryOpen && <QueryDialog search={search} onClose={() => setQueryOpen(false)} />}
    </div>
  )
}

function ColumnsMenu({ search, onChange }: Omit<Props, 'total'>) {
  const toggle = (id: string) => {
    const shown: string[] = search.columns.includes(id as ColumnId)
      ? search.columns.filter((each) => each !== id)
      : [...search.columns, id]
    onChange({ columns: columnIds.filter((each) => shown.includes(each)) })
  }
  return (
    <Menu
      align="start"
      trigger={
        <Button variant="ghost" icon={<Columns3Icon />}>
          Columns
        </Button>
      }
    >
      <MenuChecks
        label="Columns"
        values={search.columns}
        onToggle={toggle}
        choices={columnIds.map((value) => ({ value, label: columns[value].title }))}
      />
    </Menu>
  )
}

function ViewsMenu() {
  const { slug } = useTenant()
  const { views } = useViews(slug)
  const toast = useToast()
  const [isOpen, setOpen] = useState(false)
  const copy = () => {
    const written = navigator.clipboard?.writeText(window.location.href) ?? Promise.reject(new Error('no clipboard'))
    written.then(
      () => toast.done('Link copied', 'Whoever opens it sees this view.'),
      () => toast.problem('The link could not be copied', 'Copy it from the address bar.'),
    )
  }
  return (
    <>
      <Menu
        align="start"
        trigger={
          <Button variant="ghost" icon={<BookmarkIcon />}>
            Views
          </Button>
        }
      >
        {views.length > 0 && <MenuLabel>Saved in this browser</MenuLabel>}
        {views.map(({ name, query }) => (
          <MenuLink key={name} href={`/${slug}/integrations${query}`}>
            <span className="truncate">{name}</span>
          </MenuLink>
        ))}
        {views.length > 0 && <MenuSeparator />}
        <MenuItem icon={<LinkIcon />} onSelect={copy}>
          Copy link to this view
        </MenuItem>
        <MenuItem icon={<BookmarkIcon />} onSelect={() => setOpen(true)}>
          Save or remove views
        </MenuItem>
      </Menu>
      {isOpen && <ViewsDialog onClose={() => setOpen(false)} />}
    </>
  )
}

function ExportMenu({ search, total }: Omit<Props, 'onChange'>) {
  const client = useApolloClient()
  const toast = useToast()
  const [isRunning, setRunning] = useState(false)
  const run = async (form: 'csv' | 'json') => {
    setRunning(true)
    try {
      const [{ saveFile, toCsv, toJson }, rows] = await Promise.all([import('./export-file'), allRows()])
      if (form === 'csv') saveFile('integrations.csv', 'text/csv;charset=utf-8', toCsv(rows))
      else saveFile('integrations.json', 'application/json', toJson(rows))
      toast.done(`${plural(rows.length, 'integration')} exported`)
    } catch (error) {
      toast.problem('The export failed', troubleOf(error).title)
    } finally {
      setRunning(false)
    }
  }
  const allRows = async () => {
    const rows = []
    for await (const page of walkRows(client, search)) rows.push(...page)
    return rows
  }
  return (
    <Menu
      trigger={
        <Button variant="ghost" icon={<DownloadIcon />} pending={isRunning}>
          Export
        </Button>
      }
    >
      <MenuLabel>{plural(total, 'row')}, with these filters</MenuLabel>
      <MenuItem onSelect={() => void run('csv')}>Export CSV</MenuItem>
      <MenuItem onSelect={() => void run('json')}>Export JSON</MenuItem>
    </Menu>
  )
}
