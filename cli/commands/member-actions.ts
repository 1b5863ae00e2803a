import { request } from '../client'
import { CliError } from '../errors'
import { exitCodes } from '../exit-codes'
import { graphql } from '../generated'
import type { MembersQuery, Role } from '../generated/graphql'
import { lower } from '../health-words'
import { apiVersion, printList, settleView, type View } from '../output'
import { confirmByName } from '../prompts'
import { plainText } from '../terminal'
import { type Run, requireArgument } from './command'

/** `inthub member …`: who is in the tenant. */
const listQuery = graphql(`
  query Members {
    members { id name email bindings { role project { slug } } }
  }
`)

const inviteMutation = graphql(`
  mutation MemberInvite($input: CreateInvitationInput!) {
    createInvitation(input: $input) { invitation { id email role expiresAt } url }
  }
`)

const removeMutation = graphql(`
  mutation MemberRemove($id: ID!) {
    removeMember(input: { id: $id }) { id }
  }
`)

type Member = MembersQuery['members'][number]

const bindingText = ({ role, project }: Member['bindings'][number]) =>
  project ? `${lower(role)}@${project.slug}` : lower(role)

const memberView: View<Member> = {
  name: (member) => member.email,
  columns: [
    { name: 'email', text: (member) => member.email },
    { name: 'name', text: (member) => member.name, flexible: true },
    { name: 'roles', text: (member) => member.bindings.map(bindingText).join(', ') || '-' },
    { name: 'id', text: (member) => member.id, wide: true },
  ],
  fields: {
    id: (member) => member.id,
    email: (member) => member.email,
    name: (member) => member.name,
    roles: (member) =>
      member.bindings.map(({ role, project }) => ({ role: lower(role), project: project?.slug ?? null })),
  },
}

export async function list({ io, session }: Run<object>): Promise<void> {
  settleView(io, memberView)
  const { members } = await request(session, listQuery, {})
  await printList(io, memberView, members, { total: members.length })
}

export type InviteOptions = { role: string; project?: string; days?: number }

/** The link is a secret of its own: it is the result and stands nowhere else. */
export async function invite({ io, session, args, options }: Run<InviteOptions>): Promise<void> {
  const { role, project, days } = options
  const email = requireArgument(args, 0, 'email')
  const { createInvitation } = await request(session, inviteMutation, {
    input: {
      email,
      role: role.toUpperCase() as Role,
      ...(project && { project }),
      ...(days !== undefined && { days }),
    },
  })
  const { invitation, url } = createInvitation
  const { id, expiresAt } = invitation
  const record = { apiVersion, id, email: invitation.email, role: lower(invitation.role), url, expiresAt }
  if (io.format === 'yaml') io.result((await import('yaml')).stringify(record))
  else io.result(io.wantsJson ? JSON.stringify(record) : url)
  io.note(io.colors.dim(`for ${plainText(email)}; works once, until ${io.instant(new Date(expiresAt))}`))
}

export async function remove({ io, session, args, options }: Run<{ yes?: boolean }>): Promise<void> {
  settleView(io, memberView)
  const wanted = requireArgument(args, 0, 'member')
  const { members } = await request(session, listQuery, {})
  const member = members.find((one) => one.id === wanted || one.email.toLowerCase() === wanted.toLowerCase())
  if (!member)
    throw new CliError(exitCodes.notFound, 'member.not_found', 'There is no such member.', {
      remedy: 'List them with: inthub member list',
    })
  if (!options.yes) {
    await confirmByName(io, plainText(member.email), [
      `${plainText(member.name)} loses every role in this tenant: ${member.bindings.map(bindingText).join(', ')}.`,
    ])
  }
  await request(session, removeMutation, { id: member.id })
  if (io.format !== undefined) return printList(io, memberView, [member])
  io.result(`${io.colors.green(io.symbols.pass)} ${plainText(member.email)} is no member any more`)
}
