'use client'

import { Menu as Base } from '@base-ui/react/menu'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { cx } from './cx'
import { CheckIcon } from './icons'

/** The parts of menus. Reached through menu.tsx, which loads them with the first menu that somebody is about to open. */
const row =
  'flex min-h-8 w-full items-center gap-2.5 rounded-[4px] px-2 py-1 text-left outline-none data-highlighted:bg-unk-bg data-disabled:opacity-55'

type MenuPopupProps = {
  anchor: HTMLElement
  align?: 'start' | 'end'
  onClose: () => void
  children: ReactNode
}

/** Open at an element that asked for it; the focus goes back there. */
function MenuPopup({ anchor, align = 'end', onClose, children }: MenuPopupProps) {
  return (
    <Base.Root
      modal={false}
      open
      onOpenChange={(open, { event }) => {
        // A press on the element itself is its own to answer: it closes the menu too.
        const isOwn = event.type !== 'keydown' && event.target instanceof Node && anchor.contains(event.target)
        if (!open && !isOwn) onClose()
      }}
    >
      {/* Within a landmark, as everything on a page. */}
      <Base.Portal container={anchor.closest<HTMLElement>('header, main, nav')}>
        <Base.Positioner
          anchor={anchor}
          align={align}
          positionMethod="fixed"
          sideOffset={6}
          collisionPadding={8}
          className="z-50 outline-none"
        >
          <Base.Popup
            finalFocus={() => anchor}
            aria-label={anchor.getAttribute('aria-label') ?? anchor.textContent ?? ''}
            className="max-h-(--available-height) min-w-48 max-w-80 overflow-y-auto rounded-card border border-border bg-raised p-1 shadow-lift outline-none"
          >
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}

type MenuItemProps = {
  icon?: ReactNode
  children: ReactNode
  onSelect: () => void
  tone?: 'danger'
  disabled?: boolean
}

function MenuItem({ icon, children, onSelect, tone, disabled = false }: MenuItemProps) {
  return (
    <Base.Item
      onClick={onSelect}
      disabled={disabled}
      className={cx(row, 'cursor-pointer', tone === 'danger' && 'text-bad')}
    >
      {icon}
      {children}
    </Base.Item>
  )
}

function MenuLink({ icon, href, children }: { icon?: ReactNode; href: string; children: ReactNode }) {
  return (
    <Base.Item render={<Link href={href} />} className={row}>
      {icon}
      {children}
    </Base.Item>
  )
}

type MenuChoice = { value: string; label: ReactNode; icon?: ReactNode }

/** One of several, with a check at the chosen one. */
function MenuChoices({
  label,
  value,
  onValueChange,
  choices,
}: {
  label: string
  value: string
  onValueChange: (value: string) => void
  choices: readonly MenuChoice[]
}) {
  return (
    <Base.RadioGroup value={value} onValueChange={(next: string) => onValueChange(next)}>
      <MenuLabel>{label}</MenuLabel>
      {choices.map((choice) => (
        <Base.RadioItem key={choice.value} value={choice.value} closeOnClick className={cx(row, 'cursor-pointer')}>
          {choice.icon}
          <span className="min-w-0 flex-1 truncate">{choice.label}</span>
          <Base.RadioItemIndicator>
            <CheckIcon className="text-accent" />
          </Base.RadioItemIndicator>
        </Base.RadioItem>
      ))}
    </Base.RadioGroup>
  )
}

/** Any number of several; the menu stays open. */
function MenuChecks({
  label,
  values,
  onToggle,
  choices,
}: {
  label: string
  values: readonly string[]
  onToggle: (value: string) => void
  choices: readonly MenuChoice[]
}) {
  return (
    <Base.Group aria-label={label}>
      <MenuLabel>{label}</MenuLabel>
      {choices.map((choice) => (
        <Base.CheckboxItem
          key={choice.value}
          checked={values.includes(choice.value)}
          onCheckedChange={() => onToggle(choice.value)}
          className={cx(row, 'cursor-pointer')}
        >
          <span className="min-w-0 flex-1 truncate">{choice.label}</span>
          <Base.CheckboxItemIndicator>
            <CheckIcon className="text-accent" />
          </Base.CheckboxItemIndicator>
        </Base.CheckboxItem>
      ))}
    </Base.Group>
  )
}

function MenuSeparator() {
  return <Base.Separator className="mx-1 my-1 h-px bg-border" />
}

/** Plain text inside a menu, such as who is signed in. */
function MenuLabel({ children }: { children: ReactNode }) {
  return <div className="px-2 pt-1.5 pb-1 text-meta text-text-2">{children}</div>
}

export const menuParts = { MenuPopup, MenuItem, MenuLink, MenuChoices, MenuChecks, MenuSeparator, MenuLabel }
