import { issueSignInLink } from '@/server/domain/users/service'
import { env } from '@/server/platform/env'
import { logger } from '@/server/platform/logger'
import { sendMail, sendsMail } from '@/server/platform/mail'

/** The page with the button: opening it burns nothing, so a mail scanner that follows links does no harm. */
export function signInUrl(token: string, email?: string, path = '/'): string {
  const url = new URL('/sign-in', env().INTHUB_URL)
  url.searchParams.set('token', token)
  if (email) url.searchParams.set('email', email)
  if (path !== '/') url.searchParams.set('callbackUrl', path)
  return url.href
}

async function mail(email: string, url: string): Promise<void> {
  const host = new URL(url).host
  await sendMail({
    to: email,
    subject: `Sign in to Integration Hub at ${host}`,
    text: `Open this link and press the button to sign in to ${host}:\n\n${url}\n\nIt works once, for 15 minutes. If you did not ask for it, ignore this mail.\n`,
  })
}

// Straight to the terminal and not through the logger, which masks tokens wherever they stand.
function print(email: string, url: string): void {
  process.stdout.write(`\n  Sign-in link for ${email}, works once, 15 minutes:\n  ${url}\n\n`)
}

async function deliver(email: string, path: string): Promise<void> {
  const link = await issueSignInLink(email)
  if (!link) return
  const url = signInUrl(link.token, email, path)
  if (env().INTHUB_SIGN_IN_LINK) print(email, url)
  if (sendsMail()) await mail(email, url)
}

/**
 * Sends the one-time link to whoever has this e-mail. Answers at once and always alike: neither the words nor the time
 * tell whether somebody has it. The link leads to `path`, where they wanted to go.
 */
export async function sendSignInLink(email: string, path = '/'): Promise<void> {
  deliver(email, path).catch((err: unknown) => logger.error({ err }, 'a sign-in link could not be sent'))
}
