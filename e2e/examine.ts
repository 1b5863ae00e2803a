import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/** Looks at what is shown now as everybody may: both colour schemes, wide and narrow. SCREENSHOTS names a folder. */
const wide = { width: 1280, height: 900 }
const narrow = { width: 375, height: 760 }
const { SCREENSHOTS } = process.env
const colourRules = ['color-contrast', 'link-in-text-block']
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

async function shoot(page: Page, name: string): Promise<void> {
  if (SCREENSHOTS) await page.screenshot({ path: `${SCREENSHOTS}/${name}.png`, fullPage: true })
}

export async function examine(page: Page, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    // Where the page was just read anew, its title comes with the stream, a moment after what stands on it.
    await expect(page).toHaveTitle(/\S/)
    const axe = new AxeBuilder({ page })
    // The dark page is the same document in other colours.
    const { violations } = await (colorScheme === 'light' ? axe.withTags(rules) : axe.withRules(colourRules)).analyze()
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)
    expect.soft(found, `${name}, ${colorScheme}`).toEqual([])
    await shoot(page, `${name}-${colorScheme}-1280`)
  }
  await page.setViewportSize(narrow)
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect.soft(over, `${name} scrolls sideways at ${narrow.width}`).toBeLessThanOrEqual(0)
  await shoot(page, `${name}-dark-375`)
  await page.setViewportSize(wide)
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
}
