import { cookies } from 'next/headers'

/** The token against forged requests that this browser holds already; next-auth verifies it when it comes back. */
export async function knownCsrfToken(): Promise<string | null> {
  const jar = await cookies()
  const value = jar.get('__Host-inthub.csrf')?.value ?? jar.get('inthub.csrf')?.value
  return value?.split('|')[0] || null
}
