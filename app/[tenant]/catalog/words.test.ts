import { describe, expect, it } from 'vitest'
import { type CatalogType, capabilityWords, categoriesOf, fitsText } from './words'

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

  it('is found by its capabilities as people write them', () => {
    const forge = type('scm.forge', { capabilities: ['pullRequests'] })
    expect(capabilityWords('pullRequests')).toBe('pull requests')
    expect(fitsText(forge, 'pull requests')).toBe(true)
    expect(fitsText(forge, 'pullrequests')).toBe(true)
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
