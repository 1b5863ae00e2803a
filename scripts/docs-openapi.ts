import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { openApiText } from '../server/rest/reference'

/** Writes docs/openapi.json, the published contract of the REST API. */
writeFileSync(fileURLToPath(new URL('../docs/openapi.json', import.meta.url)), openApiText())
