import { request } from '../client'
import { printList, printOne, settleView } from '../output'
import { type Run, requireArgument } from './command'
import { findProfile, profileDetails, profilesQuery, profileView } from './profile-queries'

/** `inthub profile list` and `show`. */
type ListOptions = { type?: string; text?: string; templates?: boolean; limit?: number }

export async function list({ io, session, options }: Run<ListOptions>): Promise<void> {
  settleView(io, profileView)
  const { type, text, templates, limit = 200 } = options
  const { connectionProfiles } = await request(session, profilesQuery, {
    first: limit,
    ...(type && { type }),
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
