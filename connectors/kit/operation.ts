import { z } from 'zod'
import { answerForm, bodyError, jsonPath, key, requestLine, scalar, where } from './shapes'

/**
 * The shape of an operation: a typed act of a connector. What one request can say is data; several requests in a row
 * are a named hook. An uploaded connector has the first kind only.
 */
const text = z
  .string()
  .describe('A template over the input: "{title}" is the value itself; left out when one it names was not given.')

/** One value of the input. The JSON Schema that checks it, and that forms are drawn from, is made of it. */
export const parameter = z.strictObject({
  title: z.string().min(1),
  description: z.string().optional(),
  type: z.enum(['string', 'integer', 'number', 'boolean', 'array', 'object']).default('string').optional(),
  optional: z.boolean().optional(),
  multiline: z.boolean().optional().describe('A text that may have line breaks.'),
  list: key.optional().describe('The list of "discover" whose ids are offered for it.'),
  pattern: z.string().max(300).optional(),
  patternHint: z.string().optional().describe('What the pattern asks for, after "has to be".'),
  minLength: z.int().min(0).optional(),
  maxLength: z.int().min(1).optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  enum: z
    .array(z.union([z.string(), z.number()]))
    .min(1)
    .optional(),
  words: z
    .record(z.string(), scalar)
    .optional()
    .describe('What the vendor calls a value, in the templates: { "open": "opened" }.'),
  items: z.record(z.string(), z.json()).optional().describe('With type "array": the JSON Schema of each item.'),
  minItems: z.int().min(0).optional(),
  maxItems: z.int().min(1).optional(),
  values: z.record(z.string(), z.json()).optional().describe('With type "object": the JSON Schema of each value.'),
  default: z.json().optional(),
  examples: z.array(z.json()).optional(),
})
export type Parameter = z.infer<typeof parameter>

const output = z.union([jsonPath, z.strictObject({ header: z.string() })])

const reserved = (template: string) => [...template.matchAll(/\{\+(\w+)\}/g)].map(([, name = '']) => name)

export const operation = z
  .strictObject({
    title: z.string().min(1).describe('In the words of the vendor.'),
    description: z.string().optional(),
    effect: z.enum(['read', 'write', 'destructive']).describe('"destructive" is done only when it is confirmed.'),
    request: requestLine.optional().describe('May name the input beside the public settings.'),
    hook: key.optional().describe('Where one request is not enough.'),
    input: z.record(key, parameter).optional(),
    query: z.record(z.string(), text).optional(),
    headers: z.record(z.string(), text).optional(),
    body: z.json().optional().describe('JSON in which "{title}" stands for the value of the input.'),
    ok: z.array(z.int().min(100).max(599)).min(1).optional().describe('Any 2xx but 203 by default.'),
    expect: answerForm.optional().describe('JSON where there is an output, anything where there is none.'),
    holds: z
      .strictObject({ path: jsonPath, equals: scalar })
      .optional()
      .describe('What a good answer says, so that the JSON of another service is none.'),
    items: jsonPath
      .optional()
      .describe('Where a list is found in the answer. "output" is of each item then, pages follow up to "limit".'),
    pageSize: z.strictObject({ parameter: z.string(), max: z.int().positive() }).optional(),
    output: z
      .record(key, output)
      .optional()
      .describe('What of the answer is given back, under which name; of a hook, what it returns.'),
    authorizeInput: z.record(z.string(), text).optional().describe('Given to the method’s hook, such as a scope.'),
    errors: z.array(bodyError).optional().describe('Looked at before those of the connector.'),
    remedies: z.record(z.string().regex(/^\d{3}$/), z.string()).optional(),
    repeatable: z.boolean().optional().describe('Doing it twice is the same as doing it once, whatever its method.'),
    idempotency: z
      .strictObject({ header: z.string() })
      .optional()
      .describe('The header by which the vendor knows a repeated request.'),
    needs: z.array(z.string()).optional().describe('Scopes or permissions, in the vendor’s words.'),
    ...where,
  })
  .refine(({ request, hook }) => (request === undefined) !== (hook === undefined), 'has a request or a hook')
  .refine(
    ({ request = '', input }) => reserved(request).every((name) => !input?.[name] || input[name].pattern),
    'an input that keeps its slashes needs a pattern',
  )
  .refine(({ items, output: given }) => items === undefined || given !== undefined, 'a list says what its items give')
export type Operation = z.infer<typeof operation>
