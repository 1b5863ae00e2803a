import {
  type ASTVisitor,
  coerceInputValue,
  GraphQLError,
  type GraphQLInputType,
  type GraphQLSchema,
  isInputObjectType,
  isInputType,
  isListType,
  isNonNullType,
  type OperationDefinitionNode,
  typeFromAST,
  type ValidationContext,
  type VariableDefinitionNode,
} from 'graphql'
import { isStorable } from '@/server/kernel/text'

/**
 * What is wrong with the variables, by place and expected type. graphql-js would say it too, but quotes the value that
 * does not fit, and that may be a secret in the wrong field.
 */
type Path = readonly (string | number)[]

/** The type at a path. A path goes only through fields the schema has, so its names are ours. */
function typeAt(type: GraphQLInputType, path: Path): GraphQLInputType {
  const bare = isNonNullType(type) ? type.ofType : type
  const [step, ...rest] = path
  if (step === undefined) return type
  if (isListType(bare)) return typeAt(bare.ofType, typeof step === 'number' ? rest : path)
  const field = isInputObjectType(bare) ? bare.getFields()[step] : undefined
  return field ? typeAt(field.type, rest) : type
}

// graphql-js puts what it expects before what it found: only our own two cases are told apart, by their beginning.
const unknownField = /^Field "[^"]*" is not defined by type/
const missingField = /^Field "([_0-9A-Za-z]+)" of required type "([[\]!_0-9A-Za-z]+)" was not provided\.$/

function complaint(message: string, expected: GraphQLInputType): string {
  if (unknownField.test(message)) return `has a field that ${String(expected).replaceAll('!', '')} does not know`
  const missing = missingField.exec(message)
  if (missing) return `the field "${missing[1]}" of type ${missing[2]} is missing`
  return `expected ${String(expected)}`
}

function problem(node: VariableDefinitionNode, path: Path, expected: GraphQLInputType, said: string): GraphQLError {
  const name = node.variable.name.value
  const message = complaint(said, expected)
  const place = [name, ...path].join('.')
  const at = path.length > 0 ? ` at "${place}"` : ''
  return new GraphQLError(`Variable "$${name}" is not valid${at}: ${message}.`, {
    nodes: node,
    extensions: { code: 'BAD_USER_INPUT', fields: [{ path: place, message }] },
  })
}

function absent(node: VariableDefinitionNode, type: GraphQLInputType): GraphQLError[] {
  if (node.defaultValue || !isNonNullType(type)) return []
  const name = node.variable.name.value
  return [
    new GraphQLError(`Variable "$${name}" of required type "${String(type)}" was not provided.`, {
      nodes: node,
      extensions: { code: 'BAD_USER_INPUT', fields: [{ path: name, message: 'is required' }] },
    }),
  ]
}

const maxDepth = 40
type Place = { value: unknown; path: Path }

/** What is wrong with one text or one nesting; JSON objects have no type that would look into them. */
function complaintAbout({ value, path }: Place): string | undefined {
  if (path.length > maxDepth) return 'is nested too deeply'
  const isText = typeof value === 'string'
  if (isText && !isStorable(value)) return 'contains a character that cannot be stored'
  const keys = typeof value === 'object' && value !== null ? Object.keys(value) : []
  return keys.every(isStorable) ? undefined : 'has a name with a character that cannot be stored'
}

const placesIn = ({ value, path }: Place): Place[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).map(([step, inner]) => ({ value: inner, path: [...path, step] }))
    : []

/** The first text that could not be kept. Walked with a list of our own: a caller decides how deep it goes. */
function unstorableIn(node: VariableDefinitionNode, value: unknown): GraphQLError[] {
  const waiting: Place[] = [{ value, path: [node.variable.name.value] }]
  for (let place = waiting.pop(); place; place = waiting.pop()) {
    const message = complaintAbout(place)
    if (message === undefined) {
      waiting.push(...placesIn(place))
      continue
    }
    // Names below the variable may be the caller's own text.
    const name = node.variable.name.value
    return [
      new GraphQLError(`Variable "$${name}" is not valid: it ${message}.`, {
        nodes: node,
        extensions: { code: 'BAD_USER_INPUT', fields: [{ path: name, message }] },
      }),
    ]
  }
  return []
}

/** The same for texts that stand in the document itself. */
export function StorableTextRule(context: ValidationContext): ASTVisitor {
  return {
    StringValue(node) {
      if (isStorable(node.value)) return
      const extensions = { code: 'BAD_USER_INPUT' }
      context.reportError(
        new GraphQLError('A text in the document contains a character that cannot be stored.', {
          nodes: node,
          extensions,
        }),
      )
    },
  }
}

export function problemsOfVariables(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): GraphQLError[] {
  return (operation.variableDefinitions ?? []).flatMap((node) => {
    const type = typeFromAST(schema, node.type)
    if (!isInputType(type)) return []
    const value = Object.hasOwn(variables, node.variable.name.value) ? variables[node.variable.name.value] : undefined
    if (value === undefined) return absent(node, type)
    const problems: GraphQLError[] = []
    coerceInputValue(value, type, (path, _value, error) => {
      problems.push(problem(node, path, typeAt(type, path), error.message))
    })
    return problems.length > 0 ? problems : unstorableIn(node, value)
  })
}
