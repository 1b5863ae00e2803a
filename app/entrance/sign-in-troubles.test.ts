import { describe, expect, it } from 'vitest'
import { signInErrors } from '@/server/auth/sign-in-errors'
import { signInTrouble } from './sign-in-troubles'

describe('signInTrouble', () => {
  it('has words of its own for every code a sign-in can come back with', () => {
    const titles = Object.keys(signInErrors).map((code) => signInTrouble(code)?.title)
    expect(new Set(titles).size).toBe(titles.length)
    expect(titles).not.toContain(signInTrouble('NobodyKnowsThis')?.title)
  })

  it('says something general for what anybody wrote into an address, and nothing without a code', () => {
    expect(signInTrouble('constructor')?.title).toBe('Signing in did not work')
    expect(signInTrouble(undefined)).toBeNull()
  })
})
