import { expect, it } from 'vitest'
import type { ReportMadeFragment } from '@/app/generated/graphql'
import { reportAsJson, reportAsMarkdown } from './report-text'

const report: ReportMadeFragment = {
  overall: 'DEGRADED',
  message: 'The credential lacks repo | org.',
  startedAt: '2026-03-01T12:00:00.000Z',
  durationMs: 210,
  checks: [
    {
      name: 'AUTHORIZATION',
      status: 'WARN',
      finding: 'scope_missing',
      message: 'The credential lacks repo | org.',
      evidence: { missing: 'repo' },
      suggestions: [
        {
          text: 'Give it another credential.',
          command: 'inthub integration reconnect code',
          link: null,
        },
      ],
      durationMs: 12,
    },
  ],
  changes: [{ name: 'AUTHORIZATION', from: 'PASS', to: 'WARN' }],
}

it('is Markdown whose table no message breaks, with what to do and what changed', () => {
  const text = reportAsMarkdown('code', report)
  expect(text).toContain('## code is degraded')
  expect(text).toContain('| Authorization | warn | `scope_missing` | The credential lacks repo \\| org. |')
  expect(text).toContain('- Give it another credential. `inthub integration reconnect code`')
  expect(text).toContain('- Authorization: pass → warn')
})

it('is JSON without the words of the cache', () => {
  const cached = { ...report, __typename: 'DoctorReport' }
  expect(JSON.parse(reportAsJson(cached))).toMatchObject({ overall: 'DEGRADED', checks: [{ name: 'AUTHORIZATION' }] })
  expect(reportAsJson(cached)).not.toContain('__typename')
})
