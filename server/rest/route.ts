import type { IncomingMessage } from 'node:http'
import type { z } from '@hono/zod-openapi'
import type { Context } from '@/server/kernel/context'
import type { ErrorCode } from '@/server/kernel/errors'
import type { Answer } from './answer'

/**
 * What a route is: its address, its shapes and the one domain call it stands for. The OpenAPI document and the server
 * are both made from it, so that neither can say what the other does not do.
 */
export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete'

/** Whether the parts of this process work, as the page for operators has it. */
export type Readiness = {
  ready: boolean
  checks: Record<string, { ok: boolean; reason?: string; warning?: string }>
}

type MaybeObject = z.ZodObject | undefined
type MaybeShape = z.ZodType | undefined
type Read<S> = S extends z.ZodType ? z.output<S> : undefined
type Written<S> = S extends z.ZodType ? z.input<S> : undefined

export type Facts<P extends MaybeObject, Q extends MaybeObject, B extends MaybeShape, A extends MaybeShape> = {
  /** The operation's id in OpenAPI: verb and noun. */
  id: string
  method: Method
  /** From the root on, such as /api/v1/integrations/{id}. */
  path: string
  tag: string
  summary: string
  description?: string
  params?: P
  query?: Q
  body?: B
  /** False: an absent body is read as an empty object. */
  needsBody?: boolean
  /** Absent: 204, nothing to say. */
  answer?: A
  status?: 200 | 201
  /** One thing is answered: it gets an ETag. */
  isOne?: boolean
  /** A change that has to say for which version it is, or may. */
  isVersioned?: boolean | 'if said'
  /** Takes an Idempotency-Key. */
  isKeyed?: boolean
  /** Strangers may ask, and are told less. */
  isPublic?: boolean
  /** Answers in pages. */
  isPaged?: boolean
  /** What it may be refused with, beside what every route may be. */
  errors?: readonly ErrorCode[]
}

export type Asked<P, Q, B> = {
  ctx: Context
  params: Read<P>
  query: Read<Q>
  body: Read<B>
  /** The version the change is for; null: whatever it is. */
  ifMatch: number | null
  idempotencyKey: string | null
  request: IncomingMessage
  readiness: () => Promise<Readiness>
}

type AnyFacts = Facts<MaybeObject, MaybeObject, MaybeShape, MaybeShape>
export type Stranger = Pick<Asked<MaybeObject, MaybeObject, MaybeShape>, 'readiness'> & { ctx: Context | null }
export type Route = {
  facts: AnyFacts
  run: (asked: Asked<MaybeObject, MaybeObject, MaybeShape>) => Promise<Answer<unknown>>
  /** For routes that strangers may ask. */
  runForAnyone?: (asked: Stranger) => Promise<Answer<unknown>>
}

export function route<
  P extends MaybeObject = undefined,
  Q extends MaybeObject = undefined,
  B extends MaybeShape = undefined,
  A extends MaybeShape = undefined,
>(facts: Facts<P, Q, B, A>, run: (asked: Asked<P, Q, B>) => Promise<Answer<Written<A>>>): Route {
  // The shapes say what the parts are; the server reads each by its own.
  return { facts: facts as AnyFacts, run: run as unknown as Route['run'] }
}

/** A route that is open to whoever knows its address. */
export function publicRoute<A extends z.ZodType>(
  facts: Facts<undefined, undefined, undefined, A>,
  runForAnyone: (asked: Stranger) => Promise<Answer<z.input<A>>>,
): Route {
  const run: Route['run'] = (asked) => runForAnyone(asked)
  return { facts: { ...facts, isPublic: true }, run, runForAnyone }
}
