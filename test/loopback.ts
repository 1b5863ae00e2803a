import { createServer, type RequestListener } from 'node:http'
import { createServer as createSecureServer, type ServerOptions } from 'node:https'
import type { AddressInfo, Server } from 'node:net'
import { afterEach } from 'vitest'

/** Real HTTP servers on loopback that live as long as one test. */
const running: (() => Promise<unknown>)[] = []

afterEach(async () => {
  for (const close of running.splice(0)) await close()
})

async function listening(server: Server & { closeAllConnections(): void }): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  running.push(async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })
  return (server.address() as AddressInfo).port
}

export async function serve(listener: RequestListener): Promise<string> {
  return `http://127.0.0.1:${await listening(createServer(listener))}`
}

export async function serveTls(options: ServerOptions, listener: RequestListener): Promise<string> {
  return `https://localhost:${await listening(createSecureServer(options, listener))}`
}
