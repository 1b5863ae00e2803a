import { z } from 'zod'
import { failureClasses } from '@/server/kernel/health'

/** Pieces that several parts of a manifest are made of. */
export const key = z.string().regex(/^[a-z][A-Za-z0-9]{0,39}$/)
export const httpMethod = 'GET|HEAD|POST|PUT|PATCH|DELETE'
export const requestLine = z
  .string()
  .regex(new RegExp(`^(${httpMethod}) (/|\\{\\+)\\S*$`))
  .describe('Method and path below the base URL, such as "GET /user".')
export const jsonPath = z.string().describe('Dots between keys: "data.user.name". "$" is the whole answer.')
export const scalar = z.union([z.string(), z.number(), z.boolean()])

/** `data` is anything but a web page. */
export const answerForms = ['json', 'data', 'any'] as const
export const answerForm = z.enum(answerForms)

export const authorizeInput = z
  .record(z.string(), z.string())
  .optional()
  .describe('Given to the method’s hook, such as a scope.')

/** Where a probe, a list or an operation makes sense; everywhere when it does not say. */
export const where = { instances: z.array(key).min(1).optional(), methods: z.array(key).min(1).optional() }

const inAnswer = { bodyPath: jsonPath.optional(), header: z.string().optional() }
const oneOfBoth = ({ bodyPath, header }: { bodyPath?: string | undefined; header?: string | undefined }) =>
  (bodyPath === undefined) !== (header === undefined)

export const bodyError = z
  .strictObject({
    status: z.int().optional(),
    ...inAnswer,
    match: z.string().optional().describe('Text that the value contains, in any case.'),
    equals: z.union([scalar, z.null()]).optional(),
    class: z.enum(failureClasses),
    missing: z
      .strictObject(inAnswer)
      .refine(oneOfBoth, 'is found in the body or in a header')
      .optional()
      .describe('Where the answer names what is missing or wrong, such as a permission or a field.'),
    remedy: z.string().optional().describe('{missing} stands for what the answer names.'),
  })
  .refine(oneOfBoth, 'is found in the body or in a header')
export type BodyError = z.infer<typeof bodyError>
