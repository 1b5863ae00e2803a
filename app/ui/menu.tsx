'use client'

import { cloneElement, type HTMLAttributes, type ReactElement, type ReactNode, useEffect, useState } from 'react'

/**
 * Menus, without the code that draws and positions them: that is loaded when somebody is about to open the first one,
 * so that no page has to carry it.
 */
type Parts = typeof import('./menu-parts')['menuParts']
let parts: Parts | null = null
let loading: Promise<void> | undefined

function loadMenus(): Promise<void> {
  loading ??= import('./menu-parts').then(
    ({ menuParts }) => {
      parts = menuParts
    },
    () => {
      loading = undefined
    },
  )
  return loading
}

type Trigger = HTMLAttributes<HTMLElement>
type MenuProps = { trigger: ReactElement<Trigger>; children: ReactNode; align?: 'start' | 'end' }

/** `trigger` is a button of ours; it names the menu. */
export function Menu({ trigger, children, align = 'end' }: MenuProps) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const open = (element: HTMLElement) => void loadMenus().then(() => parts && setAnchor(element))
  const own: Trigger = {
    'aria-haspopup': 'menu',
    'aria-expanded': anchor !== null,
    onPointerEnter: () => void loadMenus(),
    onFocus: () => void loadMenus(),
    onClick: ({ currentTarget }) => (anchor ? setAnchor(null) : open(currentTarget)),
    onKeyDown: (event) => {
      if (event.key !== 'ArrowDown' || anchor) return
      event.preventDefault()
      open(event.currentTarget)
    },
  }
  return (
    <>
      {cloneElement(trigger, own)}
      {anchor && parts && (
        <parts.MenuPopup anchor={anchor} align={align} onClose={() => setAnchor(null)}>
          {children}
        </parts.MenuPopup>
      )}
    </>
  )
}

/** A menu without a trigger of its own, open at an element that asked for it; the focus goes back there. */
export function AnchoredMenu(props: Parameters<Parts['MenuPopup']>[0]) {
  const [isLoaded, setLoaded] = useState(parts !== null)
  useEffect(() => {
    if (!isLoaded) void loadMenus().then(() => setLoaded(parts !== null))
  }, [isLoaded])
  return isLoaded && parts ? <parts.MenuPopup {...props} /> : null
}

// Only ever drawn inside an open menu, when the parts are there.
export const MenuItem = (props: Parameters<Parts['MenuItem']>[0]) => parts && <parts.MenuItem {...props} />
export const MenuLink = (props: Parameters<Parts['MenuLink']>[0]) => parts && <parts.MenuLink {...props} />
export const MenuChoices = (props: Parameters<Parts['MenuChoices']>[0]) => parts && <parts.MenuChoices {...props} />
export const MenuChecks = (props: Parameters<Parts['MenuChecks']>[0]) => parts && <parts.MenuChecks {...props} />
export const MenuSeparator = () => parts && <parts.MenuSeparator />
export const MenuLabel = (props: Parameters<Parts['MenuLabel']>[0]) => parts && <parts.MenuLabel {...props} />
