import type { CodegenConfig } from '@graphql-codegen/cli'
import { enumModels, mappers } from './graphql/mappers'

/**
 * Everything that is drawn from the SDL in graphql/<noun>/schema.graphql: the schema as text for the server, the types
 * the resolvers must satisfy, the printed contract, and the typed documents of the screens and of the CLI.
 */
const scalars = {
  ID: 'string',
  DateTime: { input: 'Date', output: 'Date | string' },
  JSON: 'unknown',
  JSONObject: 'Record<string, unknown>',
  BigInt: 'string',
}

/** What a client sees on the wire: a date is text there. */
const wireScalars = {
  ID: 'string',
  DateTime: 'string',
  JSON: 'unknown',
  JSONObject: 'Record<string, unknown>',
  BigInt: 'string',
}

const typedDocuments = (folder: string, more: { documentMode?: 'string' } = {}) => ({
  documents: [`${folder}/**/*.{ts,tsx}`, `!${folder}/generated/**`, `!${folder}/**/*.test.{ts,tsx}`],
  preset: 'client' as const,
  presetConfig: { fragmentMasking: false },
  config: {
    scalars: wireScalars,
    strictScalars: true,
    enumsAsTypes: true,
    useTypeImports: true,
    immutableTypes: false,
    skipTypename: false,
    defaultScalarType: 'unknown',
    ...more,
  },
})

const config: CodegenConfig = {
  schema: 'graphql/*/schema.graphql',
  ignoreNoDocuments: true,
  errorsOnly: true,
  generates: {
    'graphql/generated/type-defs.ts': { plugins: [{ './scripts/codegen-sdl.mjs': { form: 'typescript' } }] },
    'graphql/generated/resolvers.ts': {
      plugins: ['./scripts/codegen-resolvers.mjs'],
      config: {
        contextType: '@/graphql/context#GraphQLContext',
        mappers,
        enumValues: enumModels,
        scalars,
        strictScalars: true,
        defaultScalarType: 'unknown',
        enumsAsTypes: true,
        useTypeImports: true,
        useIndexSignature: false,
        avoidOptionals: { field: true, object: false, inputValue: false },
        maybeValue: 'T | null',
        inputMaybeValue: 'T | null | undefined',
        makeResolverTypeCallable: true,
      },
    },
    'docs/schema.graphql': { plugins: [{ './scripts/codegen-sdl.mjs': { form: 'printed' } }] },
    'app/generated/': typedDocuments('app'),
    // Text, so that the CLI starts without loading a GraphQL parser.
    'cli/generated/': typedDocuments('cli', { documentMode: 'string' }),
  },
}

export default config
