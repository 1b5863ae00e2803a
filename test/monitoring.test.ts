import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { metrics } from '@/server/platform/metrics'

/** What is handed out for watching the hub has to fit what the hub exports. */
const rulesFile = 'deploy/monitoring/rules/inthub.yml'
const dashboardFile = 'deploy/monitoring/grafana/dashboards/inthub.json'

type Rules = { groups: { rules: { record?: string; alert?: string; expr: string }[] }[] }
type Panel = { title: string; type: string; targets?: { expr: string }[] }

const rules = (parse(readFileSync(rulesFile, 'utf8')) as Rules).groups.flatMap((group) => group.rules)
const { panels } = JSON.parse(readFileSync(dashboardFile, 'utf8')) as { panels: Panel[] }

const recorded = new Set(rules.flatMap(({ record }) => record ?? []))
const words = new Set(['sum', 'by', 'rate', 'increase', 'min', 'max', 'le', 'and', 'histogram_quantile'])

/** Names of series in an expression: what stands before a selector, a range, a comparison or the end. */
function namesIn(expr: string): string[] {
  const bare = expr
    .replaceAll(/"[^"]*"/g, '')
    .replaceAll(/\{[^}]*\}/g, '')
    .replaceAll(/\[[^\]]*\]/g, '')
    .replaceAll(/\bby\s*\([^)]*\)/g, '')
  return [...bare.matchAll(/[a-z_][a-zA-Z0-9_:]*/g)].map(([name]) => name).filter((name) => !words.has(name))
}

async function exported(): Promise<Set<string>> {
  const all = await metrics.registry.getMetricsAsJSON()
  return new Set(
    all.flatMap(({ name, type }) =>
      String(type) === 'histogram' ? [name, `${name}_bucket`, `${name}_sum`, `${name}_count`] : [name],
    ),
  )
}

const hasPromtool = spawnSync('promtool', ['--version']).status === 0
if (!hasPromtool) console.warn('skipped: promtool is not installed, so the alert rules are not run')

describe('the monitoring kit', () => {
  it('asks only for series the hub exports or the rules record', async () => {
    const known = new Set([...(await exported()), ...recorded, 'up'])
    const asked = [
      ...rules.map(({ expr }) => expr),
      ...panels.flatMap((panel) => (panel.targets ?? []).map(({ expr }) => expr)),
    ].flatMap(namesIn)
    expect(asked.length).toBeGreaterThan(40)
    expect([...new Set(asked)].filter((name) => !known.has(name))).toEqual([])
  })

  it('has a panel with a query under every title', () => {
    const shown = panels.filter(({ type }) => type !== 'row')
    expect(shown.length).toBeGreaterThan(20)
    for (const { title, targets } of shown) expect(targets?.length, title).toBeGreaterThan(0)
  })

  it.skipIf(!hasPromtool)("exports nothing that Prometheus' own linter finds fault with", async () => {
    const input = await metrics.registry.metrics()
    expect(spawnSync('promtool', ['check', 'metrics'], { input, encoding: 'utf8' })).toMatchObject({
      ...{ stderr: '', stdout: '', status: 0 },
    })
  })

  it.skipIf(!hasPromtool)(
    'holds rules and a configuration that Prometheus accepts, and alerts that fire when they should',
    () => {
      const promtool = (...args: string[]) => execFileSync('promtool', args, { encoding: 'utf8' })
      expect(promtool('check', 'config', 'deploy/monitoring/prometheus.yml')).toContain('SUCCESS')
      expect(promtool('test', 'rules', 'deploy/monitoring/rules.test.yml')).toContain('SUCCESS')
    },
  )
})
