import { connect, createServer, type Socket } from 'node:net'
import { sql } from 'drizzle-orm'
import { describe, expect, inject, it, onTestFinished } from 'vitest'
import { Connections } from './connections'

/** Connections to the database through a line that can be cut. */
async function cuttable() {
  const to = new URL(inject('databaseUrl'))
  const port = Number(to.port)
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    const onward = connect(port, to.hostname)
    sockets.add(socket)
    for (const one of [socket, onward]) one.on('error', () => {})
    socket.pipe(onward)
    onward.pipe(socket)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  to.hostname = '127.0.0.1'
  to.port = String(typeof address === 'object' && address ? address.port : 0)
  const connections = new Connections({ url: to.href, name: 'inthub_app', connections: 1 })
  const cut = async () => {
    for (const socket of sockets) socket.destroy()
    sockets.clear()
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  onTestFinished(async () => {
    await connections.end(0)
    await cut()
    server.close()
  })
  return { connections, cut }
}

/** What would end the process of a hub. */
function uncaught(): unknown[] {
  const errors: unknown[] = []
  const note = (error: unknown) => errors.push(error)
  process.on('uncaughtException', note)
  onTestFinished(() => {
    process.off('uncaughtException', note)
  })
  return errors
}

describe('a connection that is lost in the middle of a transaction', () => {
  /** Which of the lost connection's last words comes first is a matter of luck, so it is lost often. */
  const times = 15

  it.each(['waits for an answer', 'commits', 'fails'])('ends that one, and no process: it %s', async (how) => {
    const errors = uncaught()
    const { connections, cut } = await cuttable()
    for (let at = 0; at < times; at += 1) {
      const lost = connections.transaction('begin', async (tx) => {
        await tx.execute(sql`select 1`)
        const asked = how === 'waits for an answer' ? tx.execute(sql`select pg_sleep(10)`) : undefined
        await Promise.all([asked, new Promise((resolve) => setTimeout(resolve, 10)).then(cut)])
        if (how === 'fails') throw new Error('of its own')
      })
      await expect(lost).rejects.toMatchObject({ code: 'hub.unavailable' })
    }
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(errors).toEqual([])
    const again = connections.transaction('begin', async (tx) => [
      ...(await tx.execute<{ x: number }>(sql`select 3 as x`)),
    ])
    expect(await again).toEqual([{ x: 3 }])
  })
})

describe('a database that is not there', () => {
  it('is told as such, and is asked again by the next', async () => {
    const { connections, cut } = await cuttable()
    await connections.transaction('begin', async (tx) => tx.execute(sql`select 1`))
    await cut()
    const nobody = new Connections({ url: 'postgres://nobody@127.0.0.1:9/none', name: 'inthub_app', connections: 1 })
    onTestFinished(() => nobody.end(0))
    const asked = () => nobody.transaction('begin', async (tx) => tx.execute(sql`select 1`))
    for (let at = 0; at < 2; at += 1) await expect(asked()).rejects.toMatchObject({ code: 'hub.unavailable' })
    await expect(connections.transaction('begin', async (tx) => tx.execute(sql`select 1`))).resolves.toBeDefined()
  })
})
