import type { Metadata } from 'next'
import { safeCallback } from '../entrance/callback-url'
import { EntranceFrame } from '../entrance/frame'
import { Button, LinkButton } from '../ui/button'
import { Notice } from '../ui/feedback'
import { SignInForm } from './sign-in-form'

type Search = { token?: string; email?: string; callbackUrl?: string; sent?: string; error?: string }
type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export const metadata: Metadata = { title: 'Sign in', referrer: 'no-referrer' }

/** Opening the link burns nothing; the button does. So a mail scanner that follows links does no harm. */
function Continue({ token, email, callbackUrl }: { token: string; email: string | undefined; callbackUrl: string }) {
  return (
    <EntranceFrame title="Sign in" lead="This link works once.">
      <form method="get" action="/api/auth/callback/email">
        <input type="hidden" name="callbackUrl" value={callbackUrl} />
        <input type="hidden" name="token" value={token} />
        {email && <input type="hidden" name="email" value={email} />}
        <Button type="submit" variant="primary" className="h-auto! min-h-9 w-full py-2 whitespace-normal!" autoFocus>
          <span className="min-w-0 wrap-anywhere">{email ? `Continue as ${email}` : 'Continue'}</span>
        </Button>
      </form>
      <p className="mt-4 text-meta text-text-2">
        Not you?{' '}
        <a href="/sign-in" className="font-medium text-accent underline">
          Ask for another link
        </a>
      </p>
    </EntranceFrame>
  )
}

function Sent() {
  return (
    <EntranceFrame
      title="Look for your link"
      lead="If somebody with this e-mail address is a member, a sign-in link is on its way. It works once, for 15 minutes."
    >
      <p className="mb-6">When no mail server is set, the link is printed on the console of the hub.</p>
      <LinkButton href="/sign-in">Use another e-mail address</LinkButton>
    </EntranceFrame>
  )
}

const troubles: Record<string, string> = {
  Verification: 'The link was used already, has expired, or never existed. Ask for a new link.',
  EmailSignin: 'The link could not be sent. Try again, or ask whoever runs the hub.',
  SessionRequired: 'Sign in first.',
}

export default async function SignInPage({ searchParams }: Props) {
  const entries = Object.entries(await searchParams).map(([key, value]) => [
    key,
    Array.isArray(value) ? value[0] : value,
  ])
  const { token, email, callbackUrl, sent, error } = Object.fromEntries(entries) as Search
  const back = safeCallback(callbackUrl)
  if (token) return <Continue token={token} email={email} callbackUrl={back} />
  if (sent) return <Sent />
  return (
    <EntranceFrame title="Sign in" lead="You get a link that signs you in. There is no password to remember.">
      <div className="grid gap-4">
        {error && <Notice tone="bad">{troubles[error] ?? 'Signing in did not work. Try again.'}</Notice>}
        <SignInForm callbackUrl={back} />
      </div>
    </EntranceFrame>
  )
}
