import { z } from 'zod'
import { define, info, warning } from './define'

/** Who may come in, and how: members, invitations, sessions, accounts and API keys. */
const binding = { userId: z.string(), email: z.string(), role: z.string(), projectId: z.string().nullable() }
const invitation = {
  invitationId: z.string(),
  email: z.string(),
  role: z.string(),
  projectId: z.string().nullable(),
}

export const peopleEvents = {
  'member.added': define({
    description: 'Somebody became a member of the tenant.',
    schemaVersion: 1,
    shape: z.object(binding),
    subject: (data) => data.userId,
    tell: (data) => info(`${data.email} added as ${data.role}`),
  }),
  'member.removed': define({
    description: 'A member left or was removed.',
    schemaVersion: 1,
    shape: z.object({ userId: z.string(), email: z.string() }),
    subject: (data) => data.userId,
    tell: (data) => warning(`${data.email} removed`),
  }),
  'member.role_changed': define({
    description: 'The role of a member changed.',
    schemaVersion: 1,
    shape: z.object({ userId: z.string(), email: z.string(), from: z.string(), to: z.string() }),
    subject: (data) => data.userId,
    tell: (data) => warning(`${data.email} changed from ${data.from} to ${data.to}`),
  }),
  'member.role_removed': define({
    description: 'One of several roles of a member was taken away.',
    schemaVersion: 1,
    shape: z.object(binding),
    subject: (data) => data.userId,
    tell: (data) => warning(`${data.email} is no longer ${data.role}${data.projectId ? ' in a project' : ''}`),
  }),
  'invitation.created': define({
    description: 'Somebody was asked to join the tenant.',
    schemaVersion: 1,
    shape: z.object({ ...invitation, expiresAt: z.string() }),
    subject: (data) => data.invitationId,
    tell: (data) => info(`${data.email} invited as ${data.role}`),
  }),
  'invitation.revoked': define({
    description: 'An invitation was taken back, or replaced by a newer one.',
    schemaVersion: 1,
    shape: z.object(invitation),
    subject: (data) => data.invitationId,
    tell: (data) => warning(`the invitation of ${data.email} was taken back`),
  }),
  'invitation.accepted': define({
    description: 'An invitation was used.',
    schemaVersion: 1,
    shape: z.object({ ...invitation, userId: z.string() }),
    subject: (data) => data.invitationId,
    tell: (data) => info(`${data.email} accepted the invitation`),
  }),
  'api_key.created': define({
    description: 'An API key was created.',
    schemaVersion: 1,
    shape: z.object({ apiKeyId: z.string(), name: z.string(), expiresAt: z.string().nullable() }),
    subject: (data) => data.apiKeyId,
    tell: (data) => info(`API key "${data.name}" created`),
  }),
  'api_key.revoked': define({
    description: 'An API key was revoked.',
    schemaVersion: 1,
    shape: z.object({ apiKeyId: z.string(), name: z.string() }),
    subject: (data) => data.apiKeyId,
    tell: (data) => warning(`API key "${data.name}" revoked`),
  }),
  'api_key.rotated': define({
    description: 'An API key got a new secret. The one before works until the given instant, or not at all any more.',
    schemaVersion: 1,
    shape: z.object({ apiKeyId: z.string(), name: z.string(), previousSecretUntil: z.string().nullable() }),
    subject: (data) => data.apiKeyId,
    tell: (data) => warning(`API key "${data.name}" got a new secret`),
  }),
  'account.linked': define({
    description: "A provider's account now signs a member in.",
    schemaVersion: 1,
    shape: z.object({ userId: z.string(), email: z.string(), provider: z.string() }),
    subject: (data) => data.userId,
    tell: (data) => info(`${data.email} connected ${data.provider} for signing in`),
  }),
  'account.unlinked': define({
    description: "A provider's account no longer signs a member in.",
    schemaVersion: 1,
    shape: z.object({ userId: z.string(), email: z.string(), provider: z.string() }),
    subject: (data) => data.userId,
    tell: (data) => info(`${data.email} disconnected ${data.provider}`),
  }),
  'session.started': define({
    description: 'A member signed in.',
    schemaVersion: 1,
    shape: z.object({ sessionId: z.string(), userId: z.string(), email: z.string() }),
    subject: (data) => data.userId,
    tell: (data) => info(`${data.email} signed in`),
  }),
  'session.revoked': define({
    description: 'A session of a member was ended.',
    schemaVersion: 1,
    shape: z.object({ sessionId: z.string(), userId: z.string(), email: z.string() }),
    subject: (data) => data.userId,
    tell: (data) => info(`a session of ${data.email} was ended`),
  }),
} as const
