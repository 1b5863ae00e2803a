import type { Metadata, Viewport } from 'next'
import { cookies } from 'next/headers'
import { NuqsAdapter } from 'nuqs/adapters/next/app'
import type { ReactNode } from 'react'
import '@fontsource-variable/inter/wght.css'
import '@fontsource-variable/jetbrains-mono/wght.css'
import './globals.css'
import { readTheme, themeAttribute, themeCookie } from './lib/theme'
import { ToastProvider } from './ui/toast'

export const metadata: Metadata = {
  title: { default: 'Integration Hub', template: '%s · Integration Hub' },
  description: 'Connect once, keep every integration alive.',
  robots: { index: false, follow: false },
  referrer: 'same-origin',
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#ffffff' },
    { media: '(prefers-color-scheme: dark)', color: '#0d1117' },
  ],
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = readTheme((await cookies()).get(themeCookie)?.value)
  return (
    // The theme may be changed by the person before React has hydrated the page.
    <html lang="en" data-theme={themeAttribute(theme)} suppressHydrationWarning>
      <body>
        <div className="isolate">
          <NuqsAdapter>
            <ToastProvider>{children}</ToastProvider>
          </NuqsAdapter>
        </div>
      </body>
    </html>
  )
}
