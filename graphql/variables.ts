import {
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
  type VariableDefinitionNode,
} from 'graphql'

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
    return problems
  })
}
