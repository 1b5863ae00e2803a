import type { DocumentNode, OperationDefinitionNode } from 'graphql'
import { usageError } from '../errors'

/** What the CLI has to know of a document it only passes on. A document that cannot be read is the hub's to refuse. */
export type Document = {
  text: string
  kind: 'query' | 'mutation' | 'subscription'
  operationName: string | undefined
  /** The variable that is handed to an argument named `after`. */
  cursorVariable: string | undefined
  /** Whether each message of a subscription bears its sequence. */
  bearsSequence: boolean
}

function chooseOperation(document: DocumentNode, name: string | undefined): OperationDefinitionNode | undefined {
  const operations = document.definitions.flatMap((one) => (one.kind === 'OperationDefinition' ? [one] : []))
  const names = operations.flatMap((one) => (one.name ? [one.name.value] : []))
  if (name !== undefined) {
    const found = operations.find((one) => one.name?.value === name)
    if (!found) throw usageError('--operation names no operation of the document.', `Operations: ${names.join(', ')}.`)
    return found
  }
  if (operations.length > 1)
    throw usageError('The document has several operations.', `Choose one with --operation: ${names.join(', ')}.`)
  return operations[0]
}

function asksSequence({ selectionSet }: OperationDefinitionNode): boolean {
  const [root] = selectionSet.selections
  if (root?.kind !== 'Field') return false
  return (
    root.selectionSet?.selections.some((one) => one.kind === 'Field' && !one.alias && one.name.value === 'sequence') ===
    true
  )
}

export async function readDocument(text: string, name: string | undefined): Promise<Document> {
  const { parse, visit, BREAK } = await import('graphql')
  let document: DocumentNode
  try {
    document = parse(text, { noLocation: true })
  } catch {
    return { text, kind: 'query', operationName: name, cursorVariable: undefined, bearsSequence: false }
  }
  const operation = chooseOperation(document, name)
  let cursorVariable: string | undefined
  visit(document, {
    Argument: ({ name: argument, value }) => {
      if (argument.value !== 'after' || value.kind !== 'Variable') return undefined
      cursorVariable = value.name.value
      return BREAK
    },
  })
  return {
    text,
    kind: operation?.operation ?? 'query',
    operationName: operation?.name?.value,
    cursorVariable,
    bearsSequence: operation !== undefined && asksSequence(operation),
  }
}
