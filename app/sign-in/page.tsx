import type { Metadata } from 'next'
import { safeCallback } from '../entrance/callback-url'
import { knownCsrfToken } from '../entrance/csrf-token'
import { EntranceFrame } from '../entrance/frame'
import { LinkForm } from '../entrance/link-form'
import { ProviderButtons } from '../entrance/provider-buttons'
import { signInTrouble } from '../entrance/sign-in-troubles'
import { TroubleNotice } from '../entrance/trouble-notice'
import { load } from '../lib/graphql-server'
import { Button, LinkButton } from '../ui/button'
import { Notice } from '../ui/feedback'
import { SignInQuery } from './queries'

type Search = { token?: string; email?: string; callbackUrl?: string; sent?: string; error?: string }
type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** A link's token stands in the address, so nothing may be told of it; without one, plain forms have to name our origin. */
export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { token } = await searchParams
  return { title: 'Sign in', referrer: token ? 'no-referrer' : 'same-origin' }
}

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

type WaysProps = { search: Search; back: string }

/** Every way in. Whoever is in already and comes here by an error is shown the way back, too. */
async function Ways({ search, back }: WaysProps) {
  const [{ data }, csrfToken] = await Promise.all([load(SignInQuery, {}), knownCsrfToken()])
  const trouble = signInTrouble(search.error)
  const providers = data?.signInProviders ?? []
  return (
    <EntranceFrame
      title="Sign in"
      lead={
        providers.length > 0
          ? 'Choose how. A link by e-mail works, too: there is no password to remember.'
          : 'You get a link that signs you in. There is no password to remember.'
      }
    >
      <div className="grid gap-4">
        {trouble && <TroubleNotice trouble={trouble} />}
        {data?.viewer?.email && <SignedIn email={data.viewer.email} />}
        <ProviderButtons providers={providers} callbackUrl={back} csrfToken={csrfToken} />
        <LinkForm callbackUrl={back} csrfToken={csrfToken} autoFocus={providers.length === 0} />
      </div>
    </EntranceFrame>
  )
}

function SignedIn({ email }: { email: string }) {
  return (
    <Notice tone="info" action={<LinkButton href="/">Go to the hub</LinkButton>}>
      You are signed in as <span className="font-medium wrap-anywhere">{email}</span>.
    </Notice>
  )
}

function firstOf(search: Record<string, string | string[] | undefined>): Search {
  const entries = Object.entries(search).map(([key, value]) => [key, Array.isArray(value) ? value[0] : value])
  return Object.fromEntries(entries) as Search
}

export default async function SignInPage({ searchParams }: Props) {
  const search = firstOf(await searchParams)
  const { token, email, callbackUrl, sent } = search
  const back = safeCallback(callbackUrl)
  if (token) return <Continue token={token} email={email} callbackUrl={back} />
  if (sent) return <Sent />
  return <Ways search={search} back={back} />
}
