import type { Profile } from 'next-auth'
import type { OAuthConfig } from 'next-auth/providers/oauth'
import { z } from 'zod'
import { isStorable } from '@/server/kernel/text'

/** What sign-in providers have in common. */
export type OfferedProvider = { id: string; name: string; host: string }

/** What every provider's answer is brought to before anybody decides on it. */
export type VouchedPerson = {
  /** With the host or issuer it counts for, so that pointing the hub at another one confuses nobody with somebody. */
  accountId: string
  label: string | null
  name: string | null
  /** Only an address the provider says is verified. */
  verifiedEmail: string | null
}

export type ProviderProfile = Profile & { person: VouchedPerson }
export type Provider = OAuthConfig<ProviderProfile> & { offered: OfferedProvider }

/** Longer than any provider takes, shorter than anybody waits. */
export const providerTimeoutMs = 10_000

const maxEmail = 254
const EmailAddress = z
  .string()
  .trim()
  .max(maxEmail)
  .regex(/^[^\s@\p{Cc}]+@[^\s@\p{Cc}]+$/u)
  .refine(isStorable)

/** The address when it is one; a provider's answer is not trusted to hold what its documents say. */
export function addressOrNull(email: unknown): string | null {
  return EmailAddress.safeParse(email).data ?? null
}

export const profileOf = (person: VouchedPerson): ProviderProfile => ({ sub: person.accountId, person })

/** What next-auth keeps of a profile: the account's id, and a name for its own pages. */
export const toAuthUser = ({ person }: ProviderProfile) => ({
  id: person.accountId,
  name: person.name,
  email: person.verifiedEmail,
})
