import type { Metadata } from 'next'
import { EntranceFrame } from '../entrance/frame'
import { load } from '../lib/graphql-server'
import { SetupQuery } from '../queries'
import { LinkButton } from '../ui/button'
import { ErrorState } from '../ui/feedback'
import { DeadSetUpLink } from './dead-link'
import { SetupForm } from './setup-form'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export const metadata: Metadata = { title: 'Set up', referrer: 'no-referrer' }

export default async function SetupPage({ searchParams }: Props) {
  const { token } = await searchParams
  const wanted = typeof token === 'string' ? token : ''
  const { data, trouble } = await load(SetupQuery, { token: wanted })
  if (!data) {
    return (
      <EntranceFrame title="The hub cannot answer now">
        <ErrorState trouble={trouble} />
      </EntranceFrame>
    )
  }
  if (!data.setupPending) {
    return (
      <EntranceFrame title="This hub is set up already">
        <LinkButton href="/" variant="primary">
          Sign in instead
        </LinkButton>
      </EntranceFrame>
    )
  }
  if (wanted === '') {
    return (
      <EntranceFrame
        title="Set up this hub"
        lead="Open the set-up link that the hub printed on its console when it started."
      >
        <p>The link works once, for 15 minutes. Restart the hub to get a new one.</p>
      </EntranceFrame>
    )
  }
  if (!data.setupLinkWorks) return <DeadSetUpLink />
  return (
    <EntranceFrame title="Set up this hub" lead="You become its first admin and the owner of its first tenant.">
      <SetupForm token={wanted} />
    </EntranceFrame>
  )
}
