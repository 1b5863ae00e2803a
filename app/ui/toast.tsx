'use client'

import { Toast } from '@base-ui/react/toast'
import type { ReactNode } from 'react'
import { IconButton } from './button'
import { cx } from './cx'
import { CheckIcon, TriangleAlertIcon, XIcon } from './icons'

/** Short news about something the person just did. Said politely; problems stay until they are closed. */
export function ToastProvider({ children }: { children: ReactNode }) {
  return (
    <Toast.Provider timeout={6000} limit={4}>
      {children}
      <Toast.Portal>
        <Toast.Viewport className="fixed right-4 bottom-4 z-60 flex w-[calc(100vw-2rem)] max-w-sm flex-col gap-2 max-md:bottom-20">
          <Toasts />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  )
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

export function useToast() {
  const manager = Toast.useToastManager()
  return {
    done: (title: string, description?: string) => manager.add({ title, description, type: 'done' }),
    problem: (title: string, description?: string) =>
      manager.add({
        title,
        description,
        type: 'problem',
        timeout: 0,
        priority: 'high',
      }),
  }
}
