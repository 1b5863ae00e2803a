import { existsSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { dirname, join } from 'node:path'
import type { Duplex } from 'node:stream'
import { fileURLToPath } from 'node:url'

/**
 * Next, as a handler of ours. It is given a server that never listens: it would add its own upgrade listener to the real
 * one and end our sockets. In development hot reload's sockets are forwarded to it.
 */
export type Screens = {
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>
  /** Development only. */
  upgrade?: (request: IncomingMessage, socket: Duplex, head: Buffer) => void
  /** Ends hot reload's sockets: they would hold up a server that is closing for as long as the page is open. */
  drain?: () => void
  close(): Promise<void>
}

/** Found from the sources as from the bundle in `dist`. */
function projectFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'next.config.ts'))) {
    const parent = dirname(folder)
    if (parent === folder) throw new Error('next.config.ts is missing from this installation.')
    folder = parent
  }
  return folder
}

export async function startScreens(options: { dev: boolean; port: number; hostname: string }): Promise<Screens> {
  const { default: next } = await import('next')
  const decoy = createServer()
  const app = next({ ...options, dir: projectFolder(), httpServer: decoy })
  await app.prepare()
  const handle = app.getRequestHandler()
  const screens = {
    handle: (request: IncomingMessage, response: ServerResponse) => handle(request, response),
    close: () => app.close(),
  }
  if (!options.dev) return screens
  const sockets = new Set<Duplex>()
  return {
    ...screens,
    upgrade: (request, socket, head) => {
      sockets.add(socket)
      socket.once('close', () => sockets.delete(socket))
      decoy.emit('upgrade', request, socket, head)
    },
    drain: () => {
      for (const socket of sockets) socket.destroy()
    },
  }
}
