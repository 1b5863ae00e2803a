import { createHash } from 'node:crypto'
import { type ExecutionArgs, type ExecutionResult, execute } from 'graphql'
import type { GraphQLContext } from './context'

/**
 * One event, one answer: a thousand sockets that subscribed to the same thing get the same bytes, worked out once.
 * "The same thing" is the document, its operation and variables, and the rights in the tenant; whoever may see more or
 * less has an answer of their own. What is shared lives no longer than its event.
 */
type Answer = { payload: Buffer; rights: string }
export type ToPayload = (result: ExecutionResult, requestId: string) => Buffer

const answers = new WeakMap<object, Map<string, Promise<Answer>>>()

export const rightsOf = ({ tenantId, grants }: { tenantId: string; grants: unknown }) =>
  JSON.stringify([tenantId, grants])

async function run(args: ExecutionArgs, event: unknown, toPayload: ToPayload): Promise<Answer> {
  const context = (args.contextValue as GraphQLContext).anew()
  const caller = await context.ctx()
  const result = await execute({ ...args, rootValue: event, contextValue: context })
  return { payload: toPayload(result, context.requestId), rights: rightsOf(caller) }
}

function shared(event: object, key: string, make: () => Promise<Answer>): Promise<Answer> {
  const known = answers.get(event) ?? new Map<string, Promise<Answer>>()
  answers.set(event, known)
  const answer = known.get(key) ?? make()
  known.set(key, answer)
  return answer
}

/** Answers the events of one subscription, whose owner has these rights. */
export function answering(args: ExecutionArgs, query: string, rights: string, toPayload: ToPayload) {
  const same = JSON.stringify([rights, query, args.operationName, args.variableValues])
  const key = createHash('sha256').update(same).digest('base64')
  return async (event: unknown): Promise<Buffer> => {
    const alone = () => run(args, event, toPayload)
    if (typeof event !== 'object' || event === null) return (await alone()).payload
    const answer = await shared(event, key, alone)
    // Whoever worked it out may have been given other rights in that very moment: then it is not for the others.
    return answer.rights === rights ? answer.payload : (await alone()).payload
  }
}
