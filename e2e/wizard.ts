import type { Locator, Page } from '@playwright/test'
import type { Hub } from './hub'

/** The connect wizard with the mouse: the way to a step, for journeys about what comes after it. */
export const step = (page: Page, name: string): Locator =>
  page.getByRole('navigation', { name: 'Steps' }).getByRole('button', { name })

export const next = (page: Page) => page.getByRole('button', { name: /^Next/ }).click()

export async function openWizard(page: Page, { url }: Hub): Promise<void> {
  await page.goto(`${url}/acme/integrations/new`)
  // A draft of an earlier journey in this browser.
  await page.waitForLoadState('networkidle')
  const startOver = page.getByRole('button', { name: 'Start over' })
  if (await startOver.isVisible()) await startOver.click()
}

/** To the credentials of an HTTP service at this address. */
export async function toCredentials(page: Page, baseUrl: string): Promise<void> {
  await page.locator('[data-type="custom.http"]').click()
  const blank = page.getByRole('radio', { name: 'Blank' })
  await blank.check()
  await next(page)
  await page.getByLabel('Base URL').fill(baseUrl)
  await page.getByLabel('Path to check').fill('/me')
  await next(page)
  await page.getByRole('radio', { name: 'Bearer token' }).check()
}
