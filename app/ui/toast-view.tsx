'use client'

import { Toast } from '@base-ui/react/toast'
import { useEffect } from 'react'
import { IconButton } from './button'
import { cx } from './cx'
import { CheckIcon, TriangleAlertIcon, XIcon } from './icons'
import type { News } from './toast'

type Props = { onReady: (add: (news: News) => void) => void }

/** Where toasts are drawn. Said politely; problems stay until they are closed. */
export function ToastView({ onReady }: Props) {
  return (
    <Toast.Provider timeout={6000} limit={4}>
      <Ready onReady={onReady} />
      <Toast.Portal>
        <Toast.Viewport className="fixed right-4 bottom-4 z-60 flex w-[calc(100vw-2rem)] max-w-sm flex-col gap-2 max-md:bottom-20">
          <Toasts />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  )
}

function Ready({ onReady }: Props) {
  const { add } = Toast.useToastManager()
  useEffect(
    () =>
      onReady((news) => {
        add(news.type === 'problem' ? { ...news, timeout: 0, priority: 'high' } : news)
      }),
    [add, onReady],
  )
  return null
}

function Toasts() {
  const { toasts } = Toast.useToastManager()
  return toasts.map((toast) => (
    <Toast.Root
      key={toast.id}
      toast={toast}
      swipeDirection={['right', 'down']}
      className={cx(
        'rounded-card border border-border bg-raised shadow-lift transition-opacity duration-(--in) data-ending-style:opacity-0 data-limited:hidden data-starting-style:opacity-0',
        toast.type === 'problem' && 'border-bad-fill!',
      )}
    >
      <Toast.Content className="flex items-start gap-3 p-3">
        {toast.type === 'problem' ? (
          <TriangleAlertIcon className="mt-0.5 text-bad" />
        ) : (
          <CheckIcon className="mt-0.5 text-ok" />
        )}
        <div className="min-w-0 flex-1">
          <Toast.Title className="font-medium" />
          <Toast.Description className="text-dense text-text-2" />
        </div>
        <Toast.Close render={<IconButton label="Dismiss" size="sm" icon={<XIcon />} />} />
      </Toast.Content>
    </Toast.Root>
  ))
}
