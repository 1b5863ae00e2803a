import type { RJSFSchema, RJSFValidationError, ValidationData, ValidatorType } from '@rjsf/utils'
import { toErrorSchema } from '@rjsf/utils'
import type { Values } from './schema'
import { validatorOf } from './validation'

function rawErrors(schema: RJSFSchema, data: unknown): RJSFValidationError[] {
  return validatorOf(schema)
    .validate(data)
    .errors.map(({ keyword, instanceLocation, error }) => ({
      name: keyword,
      property: instanceLocation.replace(/^#/, '').replaceAll('/', '.'),
      message: error,
      stack: error,
    }))
}

/** The interpreter as the form library wants it. */
export const interpretingValidator: ValidatorType<Values, RJSFSchema> = {
  validateFormData(data, schema): ValidationData<Values> {
    const errors = rawErrors(schema, data)
    return { errors, errorSchema: toErrorSchema<Values>(errors) }
  },
  isValid: (schema, data) => validatorOf(schema).validate(data).valid,
  rawValidation: <Result>(schema: RJSFSchema, data?: Values) => ({ errors: rawErrors(schema, data) as Result[] }),
}
