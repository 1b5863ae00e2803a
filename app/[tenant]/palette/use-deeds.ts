'use client'

import { useApolloClient } from '@apollo/client/react'
import { usePathname, useRouter } from 'next/navigation'
import { useTenant } from '@/app/lib/tenant'
import { chooseTheme } from '@/app/lib/theme-choice'
import { useToast } from '@/app/ui/toast'
import type { Act, Deed, Entry, Question, Target } from './entries'

type Doors = { onClose: () => void; onSheet: () => void; onAsk: (question: Question) => void }

const done: Partial<Record<Act, string>> = { test: 'passed its test', enable: 'is enabled', disable: 'is disabled' }

const stayed = 'stayed as it was'
const undone: Partial<Record<Act, string>> = { test: 'did not pass its test', enable: stayed, disable: stayed }

/** Does what an entry says. Everything but a question closes the palette first, so that the focus is back on the page. */
export function useDeeds({ onClose, onSheet, onAsk }: Doors): (entry: Entry) => void {
  const { slug } = useTenant()
  const router = useRouter()
  const pathname = usePathname()
  const act = useAct()
  const density = (value: string) => {
    const list = `/${slug}/integrations`
    const search = new URLSearchParams(pathname === list ? window.location.search : '')
    search.set('density', value)
    router.push(`${list}?${search}`)
  }
  const perform = (deed: Exclude<Deed, { kind: 'ask' }>) => {
    switch (deed.kind) {
      case 'go':
        return router.push(`/${slug}${deed.path}`)
      case 'tenant':
        return router.push(`/${deed.slug}`)
      case 'leave':
        return window.location.assign(deed.url)
      case 'theme':
        return chooseTheme(deed.theme)
      case 'density':
        return density(deed.density)
      case 'sheet':
        return onSheet()
      case 'act':
        return void act(deed.act, deed.target)
    }
  }
  return ({ deed }) => {
    if (deed.kind === 'ask') return onAsk(deed.question)
    onClose()
    perform(deed)
  }
}

function useAct() {
  const { slug } = useTenant()
  const router = useRouter()
  const client = useApolloClient()
  const toast = useToast()
  const copy = (text: string) => {
    const written = navigator.clipboard?.writeText(text) ?? Promise.reject(new Error('no clipboard'))
    written.then(
      () => toast.done('Copied', text),
      () => toast.problem('Could not copy', text),
    )
  }
  return async (act: Act, target: Target): Promise<void> => {
    const page = `/${slug}/integrations/${target.slug}`
    if (act === 'copy') return copy(target.id)
    if (act === 'operate') return router.push(`${page}/operations`)
    if (act === 'reconnect') return router.push(`${page}/settings?reconnect`)
    // Asked where everything that goes with it is told.
    if (act === 'disconnect') return router.push(`${page}?delete`)
    const { actOn } = await import('../integrations/list/bulk')
    const { isDone, message } = await actOn(client, act, target)
    if (isDone) return void toast.done(`${target.name} ${done[act]}`)
    toast.problem(`${target.name} ${undone[act]}`, message ?? undefined)
  }
}
