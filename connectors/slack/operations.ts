import type { ConnectorManifest } from '@/connectors/kit'

/**
 * Messages and channels. Slack says no with status 200, so each answer has to say `ok: true`; what its codes mean
 * everywhere is in errors.ts, what they mean here is below.
 */
type Operations = NonNullable<ConnectorManifest['operations']>
type Operation = Operations[string]
type Errors = NonNullable<Operation['errors']>

const holds = { path: 'ok', equals: true }

const codes = (meanings: Record<string, [Errors[number]['class'], remedy: string]>): Errors =>
  Object.entries(meanings).map(([code, [failureClass, remedy]]) => ({
    bodyPath: 'error',
    equals: code,
    class: failureClass,
    remedy,
  }))

const invite = 'Invite the app to it first: "/invite @name-of-the-app" in the channel.'

// Source: https://docs.slack.dev/reference/methods/chat.postMessage#errors
const ofChannels = codes({
  channel_not_found: [
    'request',
    `There is no such channel, or it is private and the app is not in it. Give its id (C…). ${invite}`,
  ],
  not_in_channel: ['permission', `The app is not in this channel. ${invite}`],
  is_archived: ['request', 'The channel is archived: unarchive it, or choose another one.'],
  restricted_action: ['permission', 'Who may post here is restricted: ask an admin of the workspace to allow the app.'],
  restricted_action_read_only_channel: ['permission', 'The channel is read-only: choose another one.'],
  restricted_action_thread_only_channel: ['permission', 'Only replies are allowed in this channel: give "thread".'],
})

// Source: https://docs.slack.dev/reference/methods/chat.postMessage#errors
const ofTexts = codes({
  no_text: ['request', 'The message is empty: give "text".'],
  msg_too_long: ['request', 'The text is too long: 40,000 characters at most. Send it in parts.'],
  msg_blocks_too_long: ['request', 'The blocks are too long: send fewer of them.'],
  invalid_blocks: ['request', 'Slack does not accept the blocks: try them in its Block Kit Builder.'],
  invalid_blocks_format: ['request', 'The blocks are no list of blocks: try them in Slack’s Block Kit Builder.'],
  thread_not_found: ['request', 'There is no such thread: "thread" is the "ts" of its first message.'],
})

const channel = {
  title: 'Channel',
  description: 'Its id; its name works where the app is in it.',
  list: 'channels',
  pattern: '^(#?[a-z0-9_\\p{L}-]{1,80}|[CDGU][A-Z0-9]{2,})$',
  patternHint: 'the id of a channel, such as C123ABC456',
  examples: ['C123ABC456', '#deploys'],
}
const ts = {
  title: 'Message',
  description: 'Its "ts".',
  pattern: '^[0-9]{1,12}\\.[0-9]{1,6}$',
  patternHint: 'the "ts" of a message, such as 1503435956.000247',
  examples: ['1503435956.000247'],
}
const text = {
  title: 'Text',
  description: 'mrkdwn. Where there are blocks, it is what notifications show.',
  multiline: true,
  maxLength: 40_000,
  examples: ['Deploy of web is done.'],
}
const blocks = {
  title: 'Blocks',
  description: 'As the Block Kit Builder makes them.',
  type: 'array',
  items: { type: 'object' },
  maxItems: 50,
  optional: true,
} satisfies NonNullable<Operation['input']>[string]

export const operations: Operations = {
  // Source: https://docs.slack.dev/reference/methods/chat.postMessage
  postMessage: {
    title: 'Post a message',
    description: 'In a channel, to a person, or as a reply.',
    effect: 'write',
    request: 'POST /chat.postMessage',
    input: {
      channel,
      text,
      blocks,
      thread: {
        ...ts,
        title: 'Thread',
        description: 'The "ts" of its first message: the message replies.',
        optional: true,
      },
      alsoInChannel: { title: 'Show the reply in the channel, too', type: 'boolean', optional: true },
    },
    body: {
      channel: '{channel}',
      text: '{text}',
      blocks: '{blocks}',
      thread_ts: '{thread}',
      reply_broadcast: '{alsoInChannel}',
    },
    holds,
    output: { channel: 'channel', ts: 'ts' },
    errors: [...ofChannels, ...ofTexts],
    needs: ['chat:write'],
  },
  // Source: https://docs.slack.dev/reference/methods/chat.update
  updateMessage: {
    title: 'Change a message',
    description: 'One of the app itself.',
    effect: 'write',
    request: 'POST /chat.update',
    input: { channel: { ...channel, description: 'Its id.' }, ts, text, blocks },
    body: { channel: '{channel}', ts: '{ts}', text: '{text}', blocks: '{blocks}' },
    holds,
    output: { channel: 'channel', ts: 'ts', text: 'text' },
    repeatable: true,
    errors: [
      ...codes({
        message_not_found: ['request', 'There is no such message in this channel: check "channel" and "ts".'],
        cant_update_message: ['permission', 'The message is of somebody else: an app changes its own only.'],
        edit_window_closed: ['request', 'The time in which messages may be changed is over: post a new one.'],
      }),
      ...ofChannels,
      ...ofTexts,
    ],
    needs: ['chat:write'],
  },
  // Source: https://docs.slack.dev/reference/methods/chat.delete
  deleteMessage: {
    title: 'Delete a message',
    description: 'It is gone for everybody.',
    effect: 'destructive',
    request: 'POST /chat.delete',
    input: { channel: { ...channel, description: 'Its id.' }, ts },
    body: { channel: '{channel}', ts: '{ts}' },
    holds,
    output: { channel: 'channel', ts: 'ts' },
    errors: [
      ...codes({
        message_not_found: ['request', 'There is no such message in this channel: it may have been deleted already.'],
        cant_delete_message: ['permission', 'The message is of somebody else: an app deletes its own only.'],
        compliance_exports_prevent_deletion: ['permission', 'The workspace keeps its messages: none can be deleted.'],
      }),
      ...ofChannels,
    ],
    needs: ['chat:write'],
  },
  // Source: https://docs.slack.dev/reference/methods/conversations.list
  listChannels: {
    title: 'List channels',
    description: 'Those that are not archived.',
    effect: 'read',
    request: 'GET /conversations.list',
    input: {
      kind: {
        title: 'Kind',
        enum: ['public', 'private'],
        default: 'public',
        words: { public: 'public_channel', private: 'private_channel' },
      },
    },
    query: { types: '{kind}', exclude_archived: 'true' },
    holds,
    items: 'channels',
    pageSize: { parameter: 'limit', max: 200 },
    output: { id: 'id', name: 'name', topic: 'topic.value', members: 'num_members', isMember: 'is_member' },
    needs: ['channels:read'],
  },
}
