'use client'

import dynamic from 'next/dynamic'
import { useRouter } from 'next/navigation'
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react'
import { useShortcuts } from '@/app/lib/shortcuts'
import { useTenant } from '@/app/lib/tenant'
import { places } from '../shell/places'

/** What opens over any page: the palette and the sheet of keys. Neither is loaded before it is asked for. */
const Palette = dynamic(() => import('./palette').then((it) => it.Palette), { ssr: false })
const ShortcutSheet = dynamic(() => import('./shortcut-sheet').then((it) => it.ShortcutSheet), { ssr: false })

type Layers = { openPalette: () => void; openSheet: () => void }
const LayersContext = createContext<Layers>({ openPalette: () => {}, openSheet: () => {} })
export const useLayers = () => useContext(LayersContext)

type Props = { tenants: readonly { slug: string; name: string }[]; children: ReactNode }

const isPaletteKey = ({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent) =>
  key.toLowerCase() === 'k' && (ctrlKey || metaKey) && !altKey && !shiftKey

export function PaletteHost({ tenants, children }: Props) {
  const { slug } = useTenant()
  const router = useRouter()
  const [open, setOpen] = useState<'palette' | 'sheet' | null>(null)
  const close = useCallback(() => setOpen(null), [])
  const layers = useMemo(() => ({ openPalette: () => setOpen('palette'), openSheet: () => setOpen('sheet') }), [])
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!isPaletteKey(event) || event.defaultPrevented) return
      event.preventDefault()
      // Over a dialog with work in it the palette would be a second top layer.
      const isBusy = document.querySelector('[role="dialog"]:not([aria-modal="false"]), [role="alertdialog"]') !== null
      setOpen((before) => (before === 'palette' ? null : isBusy ? before : 'palette'))
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])
  useShortcuts({
    '?': layers.openSheet,
    n: () => router.push(`/${slug}/integrations/new`),
    'g a': () => router.push(`/${slug}/activity`),
    ...Object.fromEntries(
      places.flatMap((place) => ('key' in place ? [[place.key, () => router.push(`/${slug}${place.path}`)]] : [])),
    ),
  })
  return (
    <LayersContext value={layers}>
      {children}
      {open === 'palette' && <Palette tenants={tenants} onClose={close} onSheet={layers.openSheet} />}
      {open === 'sheet' && <ShortcutSheet onClose={close} />}
    </LayersContext>
  )
}
