import { logger } from '@/server/platform/logger'

/** Single keys of a terminal. Without one nothing is read, and the demo runs until it gets a signal. */
export type Keys = Record<string, () => Promise<void> | void>

const interrupts = new Set(['\u0003', '\u0004'])

/** @returns how to give the terminal back */
export function listenToKeys(keys: Keys, quit: () => void): () => void {
  const { stdin } = process
  if (!stdin.isTTY) return () => {}
  let busy = Promise.resolve()
  const onData = (data: Buffer) => {
    for (const key of data.toString('utf8')) {
      if (interrupts.has(key) || key === 'q') return quit()
      const act = keys[key]
      // One after the other: breaking and healing at once would leave neither.
      if (act) busy = busy.then(act).catch((err: unknown) => logger.error({ err }, 'a key of the demo failed'))
    }
  }
  stdin.setRawMode(true)
  stdin.on('data', onData)
  stdin.resume()
  return () => {
    stdin.off('data', onData)
    stdin.setRawMode(false)
    stdin.pause()
  }
}
