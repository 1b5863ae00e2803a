import type { FieldNode, FragmentDefinitionNode, GraphQLResolveInfo, SelectionSetNode } from 'graphql'
import type { IntegrationModel } from './models'

/**
 * Which facts of an integration a document asks a list for, so that nothing else is read. Conditions are not judged:
 * what may be asked for counts as asked. Worked out once for each place in a document, for documents are kept.
 */
type Fact = keyof IntegrationModel
type Fragments = Record<string, FragmentDefinitionNode>

/** Fields that are made from facts of another name. Every other field is a fact of its own name. */
const madeFrom: Record<string, readonly Fact[]> = {
  integrationType: ['type', 'connectorVersion'],
  project: ['projectId'],
  environment: ['environmentId'],
  profile: ['profileId'],
  quotas: ['id'],
  history: ['id'],
  stats: ['id'],
  lastExamination: ['id'],
  circuit: ['id'],
  callPolicy: ['id'],
  operations: ['type', 'connectorVersion', 'instance', 'method'],
}

function* fieldsOf(set: SelectionSetNode | undefined, fragments: Fragments): Generator<FieldNode> {
  for (const node of set?.selections ?? []) {
    if (node.kind === 'Field') yield node
    else if (node.kind === 'InlineFragment') yield* fieldsOf(node.selectionSet, fragments)
    else yield* fieldsOf(fragments[node.name.value]?.selectionSet, fragments)
  }
}

function* fieldsAt(
  sets: Iterable<FieldNode>,
  [step, ...rest]: readonly string[],
  fragments: Fragments,
): Generator<FieldNode> {
  for (const field of sets) {
    for (const inner of fieldsOf(field.selectionSet, fragments)) {
      if (step === undefined) yield inner
      else if (inner.name.value === step) yield* fieldsAt([inner], rest, fragments)
    }
  }
}

const known = new WeakMap<FieldNode, ReadonlySet<Fact>>()

/** The facts asked for below `edges { node { … } }` of this field. */
export function askedOfIntegrations({ fieldNodes, fragments }: GraphQLResolveInfo): ReadonlySet<Fact> {
  const [first] = fieldNodes
  const found = first && fieldNodes.length === 1 ? known.get(first) : undefined
  if (found) return found
  const facts = new Set<Fact>()
  for (const field of fieldsAt(fieldNodes, ['edges', 'node'], fragments)) {
    const name = field.name.value
    for (const fact of madeFrom[name] ?? [name as Fact]) facts.add(fact)
  }
  if (first && fieldNodes.length === 1) known.set(first, facts)
  return facts
}
