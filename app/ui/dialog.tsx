'use client'

import { Dialog as Base } from '@base-ui/react/dialog'
import { type ReactNode, useRef, useState } from 'react'
import { Button, IconButton } from './button'
import { cx } from './cx'
import { XIcon } from './icons'

export type DialogProps = {
  open: boolean
  onOpenChange: (open: boolean) => void
  title: ReactNode
  description?: ReactNode
  children?: ReactNode
  /** The buttons, the main one last. */
  footer?: ReactNode
  wide?: boolean
}

type Origin = { opener: Element | null; section: HTMLElement | null; before: Origin | undefined }

/** Where each open dialog came from, so that one that follows another leads back to the first one's place. */
const origins = new WeakMap<Element, Origin>()

function originOf(opener: Element | null): Origin {
  const dialog = opener?.closest('[role="dialog"], [role="alertdialog"]')
  const section = opener?.closest<HTMLElement>('section[tabindex]') ?? null
  return { opener, section, before: dialog ? origins.get(dialog) : undefined }
}

function placeIn(origin: Origin | undefined): HTMLElement | null {
  if (!origin) return document.getElementById('content')
  const isThere = (element: Element | null): element is HTMLElement =>
    element instanceof HTMLElement && element.isConnected && element !== document.body
  return [origin.opener, origin.section].find(isThere) ?? placeIn(origin.before)
}

/** Of a group of radios the chosen one: that is where Tab would stop, too. */
const firstField = 'form :is(input:not([type="radio"]:not(:checked), [type="hidden"]), select, textarea)'

/** Whether a dialog took this one's place; the one this was opened from does not count, nor does a toast. */
function isFollowed(closing: Element | null, opener: Element | null): boolean {
  const open = document.querySelectorAll(':is([role="dialog"], [role="alertdialog"])[data-open]')
  return [...open].some((dialog) => dialog !== closing && !dialog.contains(opener))
}

/**
 * Where the focus goes: to the first field of a dialog that is a form, and back to what opened it. When that is gone,
 * for its row was deleted, the section it stood in gets it, so that a keyboard is never thrown to the page's top.
 */
function useFocusPlaces(open: boolean) {
  const popup = useRef<HTMLDivElement>(null)
  const place = useRef<{ wasOpen: boolean; origin: Origin | undefined }>({ wasOpen: false, origin: undefined })
  if (open !== place.current.wasOpen && typeof document !== 'undefined') {
    place.current = { wasOpen: open, origin: open ? originOf(document.activeElement) : place.current.origin }
  }
  const first = (how: string) => {
    if (popup.current && place.current.origin) origins.set(popup.current, place.current.origin)
    if (how === 'touch') return true
    return popup.current?.querySelector<HTMLElement>(firstField) ?? true
  }
  const back = () => {
    if (isFollowed(popup.current, place.current.origin?.opener ?? null)) return false
    return placeIn(place.current.origin) ?? true
  }
  return { popup, first, back }
}

/** Over the page, with the focus kept inside and given back; Escape closes it. */
export function Dialog({ open, onOpenChange, title, description, children, footer, wide = false }: DialogProps) {
  const { popup, first, back } = useFocusPlaces(open)
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-overlay transition-opacity duration-(--in) data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Base.Popup
          ref={popup}
          initialFocus={first}
          finalFocus={back}
          className={cx(
            'fixed top-1/2 left-1/2 z-50 flex max-h-[calc(100dvh-2rem)] w-[calc(100vw-2rem)] -translate-1/2 flex-col rounded-card border border-border bg-raised shadow-lift transition-opacity duration-(--in) data-ending-style:opacity-0 data-starting-style:opacity-0',
            wide ? 'max-w-3xl' : 'max-w-lg',
          )}
        >
          <div className="flex items-start gap-4 px-4 pt-4">
            <div className="min-w-0 flex-1 pt-1">
              <Base.Title className="text-reading font-semibold">{title}</Base.Title>
              {description && <Base.Description className="mt-1 text-text-2">{description}</Base.Description>}
            </div>
            <Base.Close render={<IconButton label="Close" icon={<XIcon />} />} />
          </div>
          <div className="min-h-0 flex-1 overflow-y-auto px-4 py-4">{children}</div>
          {footer && <div className="flex flex-wrap justify-end gap-2 border-t border-border px-4 py-3">{footer}</div>}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}

export type ConfirmDialogProps = {
  open: boolean
  onOpenChange: (open: boolean) => void
  title: string
  description: ReactNode
  confirmLabel: string
  tone?: 'primary' | 'danger'
  /** The dialog closes when it resolves; when it rejects it stays and shows the message. */
  onConfirm: () => Promise<unknown>
  children?: ReactNode
  disabled?: boolean
}

/** Asks before something that cannot be taken back at once. */
export function ConfirmDialog({
  open,
  onOpenChange,
  title,
  description,
  confirmLabel,
  tone = 'danger',
  onConfirm,
  children,
  disabled = false,
}: ConfirmDialogProps) {
  const [pending, setPending] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const change = (next: boolean) => {
    setProblem(null)
    onOpenChange(next)
  }
  const confirm = async () => {
    setPending(true)
    setProblem(null)
    try {
      await onConfirm()
      onOpenChange(false)
    } catch (error) {
      setProblem(error instanceof Error ? error.message : 'Something went wrong in the hub')
    } finally {
      setPending(false)
    }
  }
  return (
    <Dialog
      open={open}
      onOpenChange={change}
      title={title}
      description={description}
      footer={
        <>
          <Button onClick={() => change(false)}>Cancel</Button>
          <Button variant={tone} pending={pending} disabled={disabled} onClick={() => void confirm()}>
            {confirmLabel}
          </Button>
        </>
      }
    >
      {children}
      {problem && (
        <p role="alert" className="mt-2 text-bad">
          {problem}
        </p>
      )}
    </Dialog>
  )
}
