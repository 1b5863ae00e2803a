import { request } from '../client'
import { printList, printOne, settleView } from '../output'
import { type Run, requireArgument } from './command'
import { requireMeant } from './connect-plan'
import { typesQuery } from './integration-queries'
import { findProfile, profileDetails, profilesQuery, profileView } from './profile-queries'

/** `inthub profile list` and `show`. */
type ListOptions = { type?: string; text?: string; templates?: boolean; limit?: number }

export async function list({ io, session, options }: Run<ListOptions>): Promise<void> {
  settleView(io, profileView)
  const { type, text, templates, limit = 200 } = options
  const meant = type && requireMeant((await request(session, typesQuery, {})).integrationTypes, type)
  const { connectionProfiles } = await request(session, profilesQuery, {
    first: limit,
    ...(meant && { type: meant.type.id }),
    ...(text && { text }),
    ...(templates && { templates }),
  })
  const rows = connectionProfiles.edges.map(({ node }) => node)
  await printList(io, profileView, rows, { total: connectionProfiles.totalCount, ...connectionProfiles.pageInfo })
}

export async function show({ io, session, args }: Run<object>): Promise<void> {
  settleView(io, profileView)
  const profile = await findProfile(session, requireArgument(args, 0, 'profile'))
  await printOne(io, profileView, profile, profileDetails(profile, io))
}
