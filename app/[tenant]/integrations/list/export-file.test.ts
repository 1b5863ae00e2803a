import { expect, it } from 'vitest'
import { toCsv, toJson } from './export-file'
import type { ExportRow } from './walk'

const row: ExportRow = {
  id: 'int_1',
  slug: 'shop-1',
  name: '=HYPERLINK("http://evil.test","a, b")',
  type: 'custom.http',
  instance: 'any',
  health: 'HEALTHY',
  healthMessage: 'Line\nbreak',
  owner: null,
  latencyMs: -1,
  checkedAt: null,
  credentialStoredAt: null,
  credentialExpiresAt: null,
  createdAt: '2026-01-01T00:00:00.000Z',
  labels: [{ key: 'team', value: 'a' }],
  project: { id: 'p', slug: 'default' },
  environment: null,
}

it('quotes what has commas, quotes and line breaks, and disarms what a spreadsheet would run', () => {
  const [head, ...rest] = toCsv([row]).split('\r\n')
  expect(head).toMatch(/^slug,name,type/)
  expect(rest.join('\r\n')).toContain(
    `shop-1,"'=HYPERLINK(""http://evil.test"",""a, b"")",custom.http,any,healthy,"Line\nbreak",`,
  )
  expect(toCsv([row])).toContain(',-1,')
})

it('tells nothing as null in JSON, and labels as an object', () => {
  expect(JSON.parse(toJson([row]))).toMatchObject([{ owner: null, labels: { team: 'a' }, state: 'healthy' }])
})
