import { expect, type Page } from '@playwright/test'

/** What a screen must not do: load from elsewhere, break its own content policy, or throw. */
export type Watch = { origins(): string[]; troubles(): string[] }

export function watch(page: Page): Watch {
  const origins = new Set<string>()
  const troubles: string[] = []
  page.on('request', (request) => {
    const url = new URL(request.url())
    if (url.protocol !== 'data:' && url.protocol !== 'blob:') origins.add(url.origin)
  })
  page.on('websocket', (socket) => origins.add(new URL(socket.url()).origin.replace(/^ws/, 'http')))
  page.on('console', (message) => {
    const text = message.text()
    const isPolicy = /content security policy/i.test(text)
    const isOwnError = message.type() === 'error' && !text.startsWith('Failed to load resource')
    if (isPolicy || isOwnError) troubles.push(`${page.url()}: ${text}`)
  })
  page.on('pageerror', (error) => troubles.push(`${page.url()}: ${error.message}`))
  return { origins: () => [...origins], troubles: () => troubles }
}

/** Marks the document, so that a later look tells whether it still is the same one. */
export async function mark(page: Page): Promise<() => Promise<void>> {
  await page.evaluate(() => {
    ;(window as Window & { e2eMark?: boolean }).e2eMark = true
  })
  return async () => {
    expect(await page.evaluate(() => (window as Window & { e2eMark?: boolean }).e2eMark)).toBe(true)
  }
}

/** Notes the first moment each state of an integration was on the screen, in the browser's own time. */
export async function noteStates(page: Page, slug: string): Promise<() => Promise<{ state: string; at: number }[]>> {
  await page.evaluate((wanted) => {
    const noted: { state: string; at: number }[] = []
    const look = () => {
      const state = document.querySelector(`[data-integration="${wanted}"]`)?.getAttribute('data-state')
      if (state && noted.at(-1)?.state !== state) noted.push({ state, at: Date.now() })
    }
    look()
    const options = { subtree: true, childList: true, attributes: true, attributeFilter: ['data-state'] }
    new MutationObserver(look).observe(document.body, options)
    Object.assign(window, { e2eStates: noted })
  }, slug)
  return () => page.evaluate(() => (window as Window & { e2eStates?: { state: string; at: number }[] }).e2eStates ?? [])
}
