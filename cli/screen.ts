/**
 * A few lines at the bottom of a terminal that are drawn again and again in place. What stood above stays; the cursor
 * comes back however the process ends.
 */
// Source: ECMA-48 (CUU, EL, ED) and DEC private modes 7 (autowrap) and 25 (cursor).
const csi = '\u001b['
const hideCursor = `${csi}?25l`
const showCursor = `${csi}?25h`
const noWrap = `${csi}?7l`
const wrap = `${csi}?7h`
const clearLine = `${csi}K`
const clearBelow = `${csi}J`

export type Screen = { draw(text: string): void; close(): void }

/** How many lines fit, the one the cursor waits on not counted. */
export const screenRows = () => Math.max(6, (process.stdout.rows ?? 24) - 1)
export const screenWidth = () => process.stdout.columns ?? 80

export function openScreen(): Screen {
  let height = 0
  const restore = () => void process.stdout.write(wrap + showCursor)
  process.once('exit', restore)
  process.stdout.write(hideCursor)
  return {
    draw: (text) => {
      const lines = text.split('\n').slice(0, screenRows())
      const up = height > 0 ? `${csi}${height}A\r` : ''
      // Lines that do not fit are cut by the terminal itself, which knows colours and wide letters.
      process.stdout.write(`${up}${noWrap}${lines.map((line) => `${line}${clearLine}\n`).join('')}${clearBelow}${wrap}`)
      height = lines.length
    },
    close: () => {
      process.off('exit', restore)
      restore()
    },
  }
}
