import { Agent, createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { executeCall, flushCalls } from '@/server/domain/calls/service'
import { startHearing } from '@/server/domain/events/hear'
import { connectIntegration } from '@/server/domain/integrations/service'
import { postgresBus } from '@/server/platform/bus'
import { type Figure, median } from './figure'
import { aTenantWith, openGround } from './load/database'

/**
 * Calls through the engine, in one process with the service it calls: permission, credential, breaker, quota, bulkhead,
 * classes, metrics and a row in the log, beside the same GET over plain node:http with a kept connection and nothing
 * around it. The rate of 32 at once is the figure; what is added to one alone stands in the notes.
 */
const rounds = 5
const warmMs = 1_000
const roundMs = 2_000
const atOnce = 32
const aloneCalls = 500

type Round = { perSecond: number; cpuMicros: number; aloneMs: number }
type Call = () => Promise<unknown>

const ownCpu = () => {
  const { user, system } = process.cpuUsage()
  return user + system
}

async function drive(call: Call, ms: number) {
  const [startedAt, cpuBefore] = [performance.now(), ownCpu()]
  let done = 0
  const worker = async () => {
    while (performance.now() - startedAt < ms) {
      await call()
      done += 1
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  const perSecond = (done / (performance.now() - startedAt)) * 1_000
  return { perSecond, cpuMicros: (ownCpu() - cpuBefore) / done }
}

async function alone(call: Call): Promise<number> {
  const times: number[] = []
  for (let i = 0; i < aloneCalls; i += 1) {
    const startedAt = performance.now()
    await call()
    times.push(performance.now() - startedAt)
  }
  return median(times)
}

async function measureRound(call: Call): Promise<Round> {
  const many = await drive(call, roundMs)
  return { ...many, aloneMs: await alone(call) }
}

async function aService() {
  const body = JSON.stringify({ id: 7, text: 'x'.repeat(900) })
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length }).end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { server, port: (server.address() as AddressInfo).port }
}

function plainCall(port: number, agent: Agent): Call {
  const headers = { authorization: 'Bearer a-token-of-the-service', accept: 'application/json' }
  return () =>
    new Promise((resolve, reject) => {
      const asked = request({ host: '127.0.0.1', port, path: '/things/7', agent, headers }, (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('end', () => resolve(Buffer.concat(chunks)))
      })
      asked.on('error', reject)
      asked.end()
    })
}

async function measureAll(ours: Call, plain: Call): Promise<Figure> {
  await drive(plain, warmMs)
  await drive(ours, warmMs)
  const all = { ours: [] as Round[], plain: [] as Round[] }
  for (let round = 0; round < rounds; round += 1) {
    all.plain.push(await measureRound(plain))
    all.ours.push(await measureRound(ours))
    await sleep(100)
  }
  const of = (who: keyof typeof all, what: keyof Round) => median(all[who].map((round) => round[what]))
  const notes = {
    'ours, CPU of a call, service and log included (us)': Math.round(of('ours', 'cpuMicros')),
    'plain, CPU of a call, service included (us)': Math.round(of('plain', 'cpuMicros')),
    'ours, one at a time, p50 (us)': Math.round(of('ours', 'aloneMs') * 1000),
    'plain, one at a time, p50 (us)': Math.round(of('plain', 'aloneMs') * 1000),
  }
  return {
    ...{ name: 'execute', ours: of('ours', 'perSecond'), limit: of('plain', 'perSecond'), peer: null },
    ...{ unit: 'calls/s', notes },
  }
}

export async function measure(): Promise<Figure> {
  const ground = await openGround()
  const bus = postgresBus(ground.url)
  const stopHearing = await startHearing(bus)
  const { server, port } = await aService()
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce })
  try {
    const ctx = await aTenantWith(1, 'executing')
    const { integration } = await connectIntegration(ctx, {
      ...{ type: 'custom.http', instance: 'service', method: 'bearer', skipTest: true },
      ...{ config: { baseUrl: `http://127.0.0.1:${port}` }, secrets: { token: 'a-token-of-the-service' } },
    })
    // What was just connected is not remembered before it is settled.
    await sleep(2_500)
    const ours = () => executeCall(ctx, { integration: integration.slug, method: 'GET', path: '/things/7' })
    return await measureAll(ours, plainCall(port, agent))
  } finally {
    await flushCalls()
    agent.destroy()
    server.closeAllConnections()
    server.close()
    await stopHearing()
    await bus.close()
    await ground.stop()
  }
}
