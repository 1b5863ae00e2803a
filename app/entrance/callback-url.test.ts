import { describe, expect, it } from 'vitest'
import { safeCallback } from './callback-url'

describe('safeCallback', () => {
  it('keeps a path of this hub with its query', () => {
    expect(safeCallback('/acme?state=stale')).toBe('/acme?state=stale')
  })

  it.each(['https://evil.example/', '//evil.example/a', '/\\evil.example', 'javascript:alert(1)', '', undefined])(
    'leads to the start page instead of %s',
    (value) => {
      expect(safeCallback(value)).toBe('/')
    },
  )
})
