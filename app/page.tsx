import { redirect } from 'next/navigation'
import { EntranceFrame } from './entrance/frame'
import { load } from './lib/graphql-server'
import { EntranceQuery } from './queries'
import { ErrorState } from './ui/feedback'

/** Leads to where the person belongs. */
export default async function StartPage() {
  const { data, trouble } = await load(EntranceQuery, {})
  if (!data) {
    return (
      <EntranceFrame title="The hub cannot answer now">
        <ErrorState trouble={trouble} />
      </EntranceFrame>
    )
  }
  if (data.setupPending) redirect('/setup')
  if (!data.viewer) redirect('/sign-in')
  const [first] = data.viewer.tenants
  if (first) redirect(`/${first.tenant.slug}`)
  return (
    <EntranceFrame title="You are not a member of any tenant yet">
      <p className="text-text-2">Ask an admin of a tenant to add you with the e-mail address you signed in with.</p>
    </EntranceFrame>
  )
}
