/** How long a key lives: presets, a date, or for ever. */
const dayMs = 86_400_000

export const lifetimes = [
  { value: '7', label: 'in 7 days' },
  { value: '30', label: 'in 30 days' },
  { value: '90', label: 'in 90 days' },
  { value: '365', label: 'in 1 year' },
  { value: 'date', label: 'on a date…' },
  { value: 'never', label: 'never' },
] as const

/** The instant, null for never, undefined when the date is missing or past. A date counts until its last second. */
export function expiryOf(choice: string, date: string, now: number): string | null | undefined {
  if (choice === 'never') return null
  if (choice !== 'date') return new Date(now + Number(choice) * dayMs).toISOString()
  const end = new Date(`${date}T23:59:59`)
  return Number.isNaN(end.getTime()) || end.getTime() <= now ? undefined : end.toISOString()
}

/** Soon enough to think of it: within two weeks. */
export const endsSoon = (expiresAt: string, now: number): boolean => new Date(expiresAt).getTime() - now < 14 * dayMs
