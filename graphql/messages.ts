import type { GraphQLError } from 'graphql'

/**
 * graphql-js quotes what it was given: a syntax error shows the string it stumbled over, a literal of the wrong type is
 * printed. Such a value may be a secret, so only sentences that are known to hold nothing but names are let through,
 * and every other is told in words of our own.
 */
const name = '[_A-Za-z][_0-9A-Za-z]*'
const type = '[\\[\\]!_0-9A-Za-z]+'
const suggestion = '(?: Did you mean [^?]*\\?)?'

const harmless = [
  `Cannot query field "${name}" on type "${name}"\\.${suggestion}`,
  `Unknown argument "${name}" on (?:field|directive) "@?${name}(?:\\.${name})?"\\.${suggestion}`,
  `Unknown type "${name}"\\.${suggestion}`,
  `Unknown directive "@${name}"\\.`,
  `Unknown fragment "${name}"\\.`,
  `Fragment "${name}" is never used\\.`,
  `Fragment "${name}" cannot (?:be spread here as objects of type|condition on non composite type) .{0,200}`,
  `Cannot spread fragment "${name}" within itself.{0,200}`,
  `Field "${name}" of type "${type}" must have a selection of subfields\\..{0,100}`,
  `Field "${name}" must not have a selection since type "${type}" has no subfields\\.`,
  `Field "${name}" argument "${name}" of type "${type}" is required, but it was not provided\\.`,
  `Field "${name}\\.${name}" of required type "${type}" was not provided\\.`,
  `Field "${name}" is not defined by type "${name}"\\.${suggestion}`,
  `Variable "\\$${name}" is not defined(?: by operation "${name}")?\\.`,
  `Variable "\\$${name}" is never used(?: in operation "${name}")?\\.`,
  `Variable "\\$${name}" of type "${type}" used in position expecting type "${type}"\\.`,
  `Variable "\\$${name}" of required type "${type}" was not provided\\.`,
  `Variable "\\$${name}" is not valid(?: at "[.$_0-9A-Za-z]+")?: [ ".\\[\\]!_0-9A-Za-z]+\\.`,
  `Subscription "${name}" must select only one top level field\\.`,
  `Anonymous Subscription must select only one top level field\\.`,
  `This anonymous operation must be the only defined operation\\.`,
  `There can be only one (?:argument|fragment|input field|operation|variable) named "\\$?${name}"\\.`,
  `Maximum introspection depth exceeded`,
  `A text in the document contains a character that cannot be stored\\.`,
]
const harmlessMessage = new RegExp(`^(?:${harmless.join('|')})$`)

// The expected type always comes from the schema; what was found is left out.
const expectations = [
  new RegExp(`^Expected value of type "(${type})"`),
  new RegExp(`^Enum "(${name})" cannot represent`),
  new RegExp(`does not exist in "(${name})" enum\\.`),
  /^(Int|Float|String|Boolean|ID|DateTime|JSON|JSONObject) cannot represent/,
]

function expectedType(message: string): string | undefined {
  for (const pattern of expectations) {
    const found = pattern.exec(message)?.[1]
    if (found) return found
  }
  return undefined
}

/** The same complaint without any value from the document or the variables. */
export function safeMessage(error: GraphQLError): string {
  const { message } = error
  if (message.startsWith('Syntax Error')) {
    const [at] = error.locations ?? []
    return at ? `Syntax error at line ${at.line}, column ${at.column}.` : 'The document has a syntax error.'
  }
  if (harmlessMessage.test(message)) return message
  const expected = expectedType(message)
  return expected
    ? `A value in the document does not fit: expected ${expected}.`
    : 'The document does not fit the schema.'
}
