import { type Connector, type OperationSchema, operationSchema } from '@/connectors/kit'

export type OperationEffect = 'read' | 'write' | 'destructive'

/** An operation of a connector, as callers see it. */
export type OperationType = {
  /** Such as createPullRequest; the same on every connector that can do it. */
  id: string
  title: string
  description: string | null
  effect: OperationEffect
  inputSchema: OperationSchema
  /** Names of what it answers. */
  outputs: string[]
  /** Its answer is `items` with these outputs each, and `hasMore`. */
  isList: boolean
  /** Scopes or permissions it needs, in the vendor's words. */
  needs: string[]
}

type Operations = NonNullable<Connector['manifest']['operations']>

export function drawOperations(operations: Operations | undefined): OperationType[] {
  return Object.entries(operations ?? {}).map(([id, declared]) => ({
    id,
    title: declared.title,
    description: declared.description ?? null,
    effect: declared.effect,
    inputSchema: operationSchema(declared),
    outputs: Object.keys(declared.output ?? {}),
    isList: declared.items !== undefined,
    needs: declared.needs ?? [],
  }))
}
