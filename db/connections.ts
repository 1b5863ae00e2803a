import { PgDialect } from 'drizzle-orm/pg-core'
import { drizzle, type PostgresJsDatabase, PostgresJsSession } from 'drizzle-orm/postgres-js'
import postgres, { type ReservedSql, type Sql } from 'postgres'
import { HubError } from '@/server/kernel/errors'
import { traceStatement } from '@/server/platform/tracing'
import { PreparedTexts } from './prepared-texts'

/**
 * A fixed number of connections to one role, and transactions over them. A transaction's first message (begin, and who
 * it is for) goes out in front of its first query without waiting for an answer: postgres.js hands queries over in the
 * order they were executed, so nothing can overtake it. A connection is used again only after the server confirmed the
 * end of its transaction; one that broke is thrown away with whatever its transaction still wanted to ask.
 */
export type Transaction = Parameters<Parameters<PostgresJsDatabase['transaction']>[0]>[0]
export type Role = { url: string; name: string; connections: number }

const casing = 'snake_case'
const dialect = new PgDialect({ casing })
const idleMs = 60_000
const lifetimeMs = 45 * 60_000
const sweepMs = 20_000

/** One connection. It is reserved for as long as it lives, so that no query of ours can ever run on another. */
type Line = {
  client: Sql
  reserved: ReservedSql
  texts: PreparedTexts
  openedAt: number
  usedAt: number
  broken: Error | undefined
  /** Told when the connection is lost while a transaction has it. */
  onBroken: ((error: Error) => void) | undefined
}

async function openLine({ url, name }: Role, onLost: (line: Line) => void): Promise<Line> {
  let line: Line | undefined
  const client = postgres(url, {
    max: 1,
    connection: { options: `-c role=${name}`, application_name: `inthub ${name}`, TimeZone: 'UTC' },
    connect_timeout: 10,
    max_lifetime: null,
    onnotice: () => {},
    onclose: () => {
      if (!line || line.broken) return
      line.broken = new Error('The connection to the database was lost.')
      line.onBroken?.(line.broken)
      onLost(line)
    },
  })
  // Drizzle reads and writes instants itself, and tells a client so when it is given one.
  drizzle(client, { casing })
  try {
    const reserved = await client.reserve()
    const now = Date.now()
    line = {
      client,
      reserved,
      texts: new PreparedTexts(),
      openedAt: now,
      usedAt: now,
      broken: undefined,
      onBroken: undefined,
    }
    return line
  } catch (error) {
    void client.end({ timeout: 0 })
    throw error
  }
}

/** A transaction, or what stands between a savepoint and its end. */
class Scope {
  failure: unknown
  ended = false
}

class Running {
  readonly #line: Line
  readonly #outermost = new Scope()
  #savepoints = 0
  /** The server has confirmed that the transaction is over. */
  isOver = false

  constructor(line: Line) {
    this.#line = line
  }

  /** What drizzle takes for a client: it only ever asks for these. */
  #clientOf(scope: Scope): Sql {
    const unsafe = (text: string, params: never[] = [], { prepare }: { prepare?: boolean } = {}) => {
      if (this.#line.broken) throw this.#line.broken
      if (scope.ended || this.#outermost.ended) throw new Error('The transaction of this query has ended.')
      const isPrepared = prepare || this.#line.texts.isWorth(text, params.length)
      const simple = !isPrepared && params.length === 0
      const query = this.#line.reserved.unsafe(text, params, { prepare: isPrepared, simple } as { prepare: boolean })
      query.catch((error: unknown) => {
        scope.failure ??= error
      })
      traceStatement(text, query)
      return query
    }
    const begin = (work: (client: Sql) => unknown) => work(client)
    const savepoint = (work: (client: Sql) => Promise<unknown>) => this.#savepoint(scope, work)
    const client = { unsafe, begin, savepoint } as unknown as Sql
    return client
  }

  async #savepoint(outer: Scope, work: (client: Sql) => Promise<unknown>): Promise<unknown> {
    const name = `s${this.#savepoints++}`
    const scope = new Scope()
    const control = this.#clientOf(outer)
    await control.unsafe(`savepoint ${name}`)
    try {
      const result = await work(this.#clientOf(scope))
      if (scope.failure) throw scope.failure
      return result
    } catch (error) {
      scope.ended = true
      await control.unsafe(`rollback to ${name}`)
      throw error
    } finally {
      scope.ended = true
    }
  }

  /** A driver that is asked to write to a connection that has gone throws where nobody can catch it. */
  #end(how: 'commit' | 'rollback') {
    if (this.#line.broken) throw this.#line.broken
    return this.#line.reserved.unsafe(how)
  }

  async #rollBack(): Promise<void> {
    try {
      await this.#end('rollback')
      this.isOver = true
    } catch {
      // The connection is thrown away, which rolls back as well; what the caller hears is why it came to this.
    }
  }

  async run<T>(opening: string, work: (tx: Transaction) => Promise<T>): Promise<T> {
    const scope = this.#outermost
    const client = this.#clientOf(scope)
    const begun = client.unsafe(opening)
    begun.execute()
    let result: T
    try {
      result = await new PostgresJsSession(client, dialect, undefined).transaction((tx) =>
        work(tx as unknown as Transaction),
      )
      // Caught or not: after it the server refuses everything, so there is nothing to commit.
      if (scope.failure) throw scope.failure
    } catch (error) {
      scope.ended = true
      await this.#rollBack()
      throw error
    }
    scope.ended = true
    const { command } = await this.#end('commit')
    this.isOver = true
    if (command !== 'COMMIT') throw scope.failure ?? new Error('The transaction was rolled back by the server.')
    return result
  }
}

/** Why there is no database to ask; the cause is for the log. */
const unavailable = (cause: unknown) => new HubError('hub.unavailable', 'The database cannot be reached.', { cause })

/** The server says that it ends, or does not take anybody yet. https://www.postgresql.org/docs/current/errcodes-appendix.html */
const isEnding = (error: unknown) =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('57P')

type Waiting = { resolve: (line: Line) => void; reject: (error: unknown) => void }

export class Connections {
  readonly #role: Role
  readonly #lines = new Set<Line>()
  /** The one used last is taken first: it has the most prepared, and those not needed grow idle and go. */
  readonly #free: Line[] = []
  readonly #waiting: Waiting[] = []
  readonly #sweep: NodeJS.Timeout
  /** Open or being opened. */
  #count = 0
  #closed = false

  constructor(role: Role) {
    this.#role = role
    this.#sweep = setInterval(() => this.#letIdleGo(), sweepMs)
    this.#sweep.unref()
  }

  /**
   * Runs `work` in a transaction that begins with `opening`, which must begin it and hold nothing from outside.
   * Commits what it did when it succeeds; what a failed query or an error of its own left behind is rolled back.
   *
   * @throws {HubError} hub.unavailable when there is no connection, or it was lost: then perhaps after the commit
   */
  async transaction<T>(opening: string, work: (tx: Transaction) => Promise<T>): Promise<T> {
    const line = await this.#take().catch((error: unknown) => {
      throw unavailable(error)
    })
    const running = new Running(line)
    try {
      return await new Promise<T>((resolve, reject) => {
        line.onBroken = reject
        running.run(opening, work).then(resolve, reject)
      })
    } catch (error) {
      throw !(error instanceof HubError) && (line.broken || isEnding(error)) ? unavailable(error) : error
    } finally {
      line.onBroken = undefined
      if (running.isOver) this.#give(line)
      else this.#drop(line)
    }
  }

  async #take(): Promise<Line> {
    if (this.#closed) throw new Error('The database connections are closed.')
    const free = this.#free.pop()
    if (free) return free
    if (this.#count >= this.#role.connections) {
      return new Promise<Line>((resolve, reject) => this.#waiting.push({ resolve, reject }))
    }
    this.#count += 1
    try {
      const line = await openLine(this.#role, (lost) => this.#drop(lost))
      this.#lines.add(line)
      return line
    } catch (error) {
      this.#count -= 1
      this.#serveNext()
      throw error
    }
  }

  #serveNext(): void {
    const next = this.#waiting.shift()
    if (next) this.#take().then(next.resolve, next.reject)
  }

  #give(line: Line): void {
    const now = Date.now()
    if (line.broken || this.#closed || now - line.openedAt > lifetimeMs) {
      this.#drop(line)
      return
    }
    line.usedAt = now
    const next = this.#waiting.shift()
    if (next) next.resolve(line)
    else this.#free.push(line)
  }

  #drop(line: Line): void {
    if (!this.#lines.delete(line)) return
    const at = this.#free.indexOf(line)
    if (at >= 0) this.#free.splice(at, 1)
    this.#count -= 1
    void line.client.end({ timeout: 0 })
    this.#serveNext()
  }

  #letIdleGo(): void {
    const since = Date.now() - idleMs
    for (const line of this.#free.filter((each) => each.usedAt < since)) this.#drop(line)
  }

  /** Takes no more work, waits for what is under way, and cuts off what takes longer. */
  async end(patienceMs: number): Promise<void> {
    this.#closed = true
    clearInterval(this.#sweep)
    for (const { reject } of this.#waiting.splice(0)) reject(new Error('The database connections are closed.'))
    for (const line of [...this.#free]) this.#drop(line)
    const until = Date.now() + patienceMs
    while (this.#lines.size > 0 && Date.now() < until) await new Promise((resolve) => setTimeout(resolve, 10))
    for (const line of [...this.#lines]) this.#drop(line)
  }
}
