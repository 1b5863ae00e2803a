import type { ProviderPerson } from '@/server/domain/accounts/service'
import { clipped } from '@/server/kernel/text'
import { env } from '@/server/platform/env'
import type { Provider, ProviderProfile } from './provider'
import { githubProvider } from './provider-github'
import { googleProvider, oidcProvider } from './provider-oidc'

/** The sign-in providers of this hub: each is on exactly when its variables are set. */
export function signInProviders(): Provider[] {
  return [githubProvider(env()), googleProvider(env()), oidcProvider(env())].flatMap((found) => found ?? [])
}

/** What the sign-in page shows. */
export function offeredProviders() {
  return signInProviders().map(({ offered }) => offered)
}

function printable(text: string | null): string | null {
  const clean = clipped((text ?? '').replace(/[\p{Cc}\p{Cs}]/gu, ' ').trim(), 100)
  return clean === '' ? null : clean
}

/** A provider's words about a person are shown to others: of a length and without control characters. */
export function personOf(provider: string, profile: ProviderProfile): ProviderPerson {
  const { accountId, label, name, verifiedEmail } = profile.person
  return { provider, accountId, label: printable(label), name: printable(name), verifiedEmail }
}
