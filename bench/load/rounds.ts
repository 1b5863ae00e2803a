import { median } from '../figure'

/** Contenders in turn, round after round, so that what the machine does besides meets all of them alike. */
export type Contender = { name: string; run(): Promise<unknown> }
export type Spent = { perSecond: number; clientMicros: number; serverMicros: number }

export type RoundOptions = {
  rounds: number
  operations: number
  concurrency: number
  serverCpuMicros(): number
}

async function once(run: Contender['run'], operations: number, concurrency: number): Promise<void> {
  let left = operations
  const work = async () => {
    while (left-- > 0) await run()
  }
  await Promise.all(Array.from({ length: concurrency }, work))
}

async function measureOne({ run }: Contender, options: RoundOptions): Promise<Spent> {
  const { operations, concurrency, serverCpuMicros } = options
  const client = process.cpuUsage()
  const server = serverCpuMicros()
  const startedAt = performance.now()
  await once(run, operations, concurrency)
  const seconds = (performance.now() - startedAt) / 1000
  const { user, system } = process.cpuUsage(client)
  return {
    perSecond: operations / seconds,
    clientMicros: (user + system) / operations,
    serverMicros: (serverCpuMicros() - server) / operations,
  }
}

const medians = (all: readonly Spent[]): Spent => ({
  perSecond: median(all.map((each) => each.perSecond)),
  clientMicros: median(all.map((each) => each.clientMicros)),
  serverMicros: median(all.map((each) => each.serverMicros)),
})

/** The medians of each contender, after a round that only warms up. */
export async function interleaved(
  contenders: readonly Contender[],
  options: RoundOptions,
): Promise<Map<string, Spent>> {
  const { operations, concurrency, rounds } = options
  for (const { run } of contenders) await once(run, Math.ceil(operations / 4), concurrency)
  const spent = new Map<string, Spent[]>(contenders.map(({ name }) => [name, []]))
  for (let round = 0; round < rounds; round += 1) {
    for (const contender of contenders) spent.get(contender.name)?.push(await measureOne(contender, options))
  }
  return new Map([...spent].map(([name, all]) => [name, medians(all)]))
}
