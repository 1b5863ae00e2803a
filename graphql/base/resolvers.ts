import { GraphQLError, GraphQLScalarType, Kind, type ValueNode, valueFromASTUntyped } from 'graphql'
import { isStorableInstant } from '@/server/kernel/text'
import { version } from '@/server/platform/version'
import type { Resolvers } from '../generated/resolvers'

/** Roots that need no noun, and the scalars. A scalar's complaint names what it expects, never what it was given. */
const rfc3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/i

function toDate(value: unknown): Date {
  const date = typeof value === 'string' && rfc3339.test(value) ? new Date(value) : undefined
  if (date && isStorableInstant(date)) return date
  throw new GraphQLError('Expected an instant such as "2030-01-31T12:00:00Z".')
}

const dateTime = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  serialize: (value) => (value instanceof Date ? value : toDate(value)).toISOString(),
  parseValue: toDate,
  parseLiteral: (node) => toDate(node.kind === Kind.STRING ? node.value : null),
})

function toObject(value: unknown): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value }
  throw new GraphQLError('Expected a JSON object.')
}

const jsonObject = new GraphQLScalarType<Record<string, unknown>>({
  name: 'JSONObject',
  serialize: toObject,
  parseValue: toObject,
  parseLiteral: (node: ValueNode, variables) => toObject(valueFromASTUntyped(node, variables)),
})

const json = new GraphQLScalarType<unknown>({
  name: 'JSON',
  serialize: (value) => value,
  parseValue: (value) => value,
  parseLiteral: (node: ValueNode, variables) => valueFromASTUntyped(node, variables),
})

export const baseResolvers = {
  DateTime: dateTime,
  JSON: json,
  JSONObject: jsonObject,
  Query: { version: () => version },
  Mutation: { ping: () => true },
  Subscription: {
    connected: {
      subscribe: (_root, _args, context) => context.once(true),
      resolve: () => true,
    },
  },
} satisfies Resolvers
