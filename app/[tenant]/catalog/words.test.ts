import { describe, expect, it } from 'vitest'
import { type CatalogType, categoriesOf, fitsText } from './words'

const type = (id: string, more: Partial<CatalogType> = {}): CatalogType => ({
  id,
  name: id,
  description: '',
  maturity: 'BUILT_IN',
  families: [id.split('.')[0] ?? ''],
  capabilities: [],
  aliases: [],
  integrationCount: 0,
  instances: [],
  ...more,
})

describe('the catalog', () => {
  it('is found by other names, places, capabilities and categories, word by word', () => {
    const registry = type('registry.oci', {
      aliases: ['oci'],
      capabilities: ['images'],
      instances: [{ id: 'hub', title: 'Docker Hub', slugStem: 'docker-hub', aliases: ['docker-hub'] }],
    })
    for (const text of ['', 'docker-hub', 'hub images', 'REGISTRIES', 'oci docker']) {
      expect(fitsText(registry, text)).toBe(true)
    }
    expect(fitsText(registry, 'docker slack')).toBe(false)
  })

  it('has what fits anything at the end', () => {
    const all = [type('custom.http'), type('scm.github'), type('ci.jenkins'), type('scm.gitlab')]
    expect(categoriesOf(all).map(({ family, types }) => [family, types.length])).toEqual([
      ['ci', 1],
      ['scm', 2],
      ['custom', 1],
    ])
  })
})
