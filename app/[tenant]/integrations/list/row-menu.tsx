'use client'

import { useApolloClient } from '@apollo/client/react'
import { useRouter } from 'next/navigation'
import { useMay, useTenant } from '@/app/lib/tenant'
import { ArrowRightIcon, CopyIcon, KeyRoundIcon, PowerIcon, Trash2Icon, ZapIcon } from '@/app/ui/icons'
import { AnchoredMenu, MenuItem, MenuLabel, MenuSeparator } from '@/app/ui/menu'
import { useToast } from '@/app/ui/toast'
import type { BulkAct } from './bulk'
import type { RowRef } from './row-store'

type Props = { row: RowRef; anchor: HTMLElement; onClose: () => void }

const words: Record<BulkAct, string> = { enable: 'is enabled', disable: 'is disabled', test: 'passed its test' }

/** What can be done with one row. There is one menu for all of them. */
export function RowMenu({ row, anchor, onClose }: Props) {
  const { slug } = useTenant()
  const client = useApolloClient()
  const router = useRouter()
  const toast = useToast()
  const mayWrite = useMay('integrations:write')
  const mayTest = useMay('integrations:test')
  const here = `/${slug}/integrations/${row.slug}`
  const run = async (act: BulkAct) => {
    const { actOn } = await import('./bulk')
    const { isDone, message } = await actOn(client, act, row)
    if (isDone) toast.done(`${row.name} ${words[act]}`)
    else
      toast.problem(
        act === 'test' ? `${row.name} did not pass its test` : `${row.name} stayed as it was`,
        message ?? undefined,
      )
  }
  const copy = (text: string) => {
    navigator.clipboard?.writeText(text).then(
      () => toast.done('Copied', text),
      () => toast.problem('Could not copy', text),
    )
  }
  return (
    <AnchoredMenu anchor={anchor} onClose={onClose}>
      <MenuLabel>{row.name}</MenuLabel>
      <MenuItem icon={<ArrowRightIcon />} onSelect={() => router.push(here)}>
        Open
      </MenuItem>
      {mayTest && (
        <MenuItem icon={<ZapIcon />} onSelect={() => void run('test')}>
          Test
        </MenuItem>
      )}
      {mayWrite && (
        <>
          <MenuItem icon={<PowerIcon />} onSelect={() => void run('enable')}>
            Enable
          </MenuItem>
          <MenuItem icon={<PowerIcon />} onSelect={() => void run('disable')}>
            Disable
          </MenuItem>
          <MenuItem icon={<KeyRoundIcon />} onSelect={() => router.push(`${here}/settings?reconnect`)}>
            Reconnect
          </MenuItem>
        </>
      )}
      <MenuSeparator />
      <MenuItem icon={<CopyIcon />} onSelect={() => copy(row.slug)}>
        Copy slug
      </MenuItem>
      <MenuItem icon={<CopyIcon />} onSelect={() => copy(row.id)}>
        Copy id
      </MenuItem>
      {mayWrite && (
        <>
          <MenuSeparator />
          <MenuItem icon={<Trash2Icon />} tone="danger" onSelect={() => router.push(`${here}?delete`)}>
            Disconnect
          </MenuItem>
        </>
      )}
    </AnchoredMenu>
  )
}
