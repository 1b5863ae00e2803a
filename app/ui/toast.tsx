'use client'

import {
  type ComponentType,
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useMemo,
  useRef,
  useState,
} from 'react'

/** Short news about something the person just did. What draws them is loaded with the first, so no page carries it. */
export type News = { type: 'done' | 'problem'; title: string; description?: string | undefined }
type Add = (news: News) => void

const AddContext = createContext<Add>(() => {})

export function ToastProvider({ children }: { children: ReactNode }) {
  const [View, setView] = useState<ComponentType<{ onReady: (add: Add) => void }> | null>(null)
  const waiting = useRef<News[]>([])
  const ready = useRef<Add | null>(null)
  const add = useCallback((news: News) => {
    if (ready.current) return ready.current(news)
    waiting.current.push(news)
    import('./toast-view').then(
      ({ ToastView }) => setView(() => ToastView),
      () => {},
    )
  }, [])
  const onReady = useCallback((tell: Add) => {
    ready.current = tell
    for (const news of waiting.current.splice(0)) tell(news)
  }, [])
  return (
    <AddContext value={add}>
      {children}
      {View && <View onReady={onReady} />}
    </AddContext>
  )
}

export function useToast() {
  const add = useContext(AddContext)
  return useMemo(
    () => ({
      done: (title: string, description?: string) => add({ type: 'done', title, description }),
      /** Stays until it is closed. */
      problem: (title: string, description?: string) => add({ type: 'problem', title, description }),
    }),
    [add],
  )
}
