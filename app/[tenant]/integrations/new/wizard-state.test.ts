import { expect, test } from 'vitest'
import { slugFrom } from './draft'
import { asSentences, choiceOf, connectInput, earliestStep, namingOf, problemsOfStep, testInput } from './submission'
import { firstState, type WizardEvent, wizardReducer } from './wizard-state'

const connector = {
  id: 'registry.oci',
  name: 'Container registry',
  description: '',
  families: ['registry'],
  aliases: [],
  instances: [
    {
      id: 'custom',
      title: 'Another registry',
      slugStem: 'registry',
      methodIds: ['basic', 'none'],
      configSchema: {
        properties: { baseUrl: { type: 'string', title: 'Base URL', format: 'uri' } },
        required: ['baseUrl'],
      },
    },
  ],
  methods: [
    {
      id: 'basic',
      title: 'Password',
      kind: 'basic',
      help: null,
      scopes: [],
      configSchema: { properties: { username: { type: 'string', title: 'User name' } }, required: ['username'] },
      secretsSchema: {
        properties: {
          password: { type: 'string', title: 'Password', writeOnly: true },
          clientKey: { type: 'string', title: 'Key', writeOnly: true },
        },
        required: ['password'],
      },
    },
    { id: 'none', title: 'None', kind: 'none', help: null, scopes: [], configSchema: {}, secretsSchema: {} },
  ],
}

const after = (...events: WizardEvent[]) => events.reduce(wizardReducer, firstState({}))
const chosen: WizardEvent = { is: 'chose', type: 'registry.oci', instance: 'custom' }
const typed: WizardEvent = { is: 'set secrets', secrets: { password: 'hunter2' } }

test('a typed secret stands beside the draft, never in it', () => {
  const { draft, secrets } = after(chosen, typed)
  expect(secrets).toEqual({ password: 'hunter2' })
  expect(JSON.stringify(draft)).not.toContain('hunter2')
})

test('a changed draft is another request, going back and forth is not', () => {
  const before = after(chosen, { is: 'set config', config: { baseUrl: 'https://a.example' } })
  const moved = wizardReducer(before, { is: 'went', step: 'credentials' })
  expect(moved.draft.idempotencyKey).toBe(before.draft.idempotencyKey)
  const changed = wizardReducer(moved, { is: 'set config', config: { baseUrl: 'https://b.example' } })
  expect(changed.draft.idempotencyKey).not.toBe(before.draft.idempotencyKey)
})

test('another service or another way to sign in drops the secret', () => {
  expect(after(chosen, typed, { is: 'chose', type: 'custom.http', instance: 'service' }).secrets).toEqual({})
  expect(after(chosen, typed, { is: 'set method', method: 'none', config: {} }).secrets).toEqual({})
  expect(after(chosen, typed, chosen).secrets).toEqual({ password: 'hunter2' })
})

test('what was tested does not count for changed settings', () => {
  const result = { success: true, checks: [] } as unknown as Extract<WizardEvent, { is: 'tested' }>['result']
  const tested = after(chosen, { is: 'tested', result })
  expect(tested.result).toBe(result)
  expect(wizardReducer(tested, typed).result).toBeNull()
})

test('refused fields are told as sentences, and the wizard goes to the first step that can mend them', () => {
  const { asked } = choiceOf([connector], { type: 'registry.oci', instance: 'custom', method: null })
  const told = asSentences({ 'config.baseUrl': 'is required', slug: 'is taken' }, asked)
  expect(told).toEqual({ 'config.baseUrl': 'Base URL is required.', slug: 'The slug is taken.' })
  expect(earliestStep(told, asked)).toBe('settings')
  expect(earliestStep({ 'config.username': 'x', name: 'y' }, asked)).toBe('credentials')
  expect(earliestStep({ name: 'y' }, asked)).toBe('name')
})

test('only what the choice asks for is sent, and the key of a certificate only where one can be given', () => {
  const choice = choiceOf([connector], { type: 'registry.oci', instance: 'custom', method: 'basic' })
  const state = after(chosen, {
    is: 'set config',
    config: { baseUrl: 'https://a.example', username: 'bot', old: 1 },
  })
  const secrets = { password: 'hunter2', clientKey: 'left over' }
  const input = testInput(choice, state.draft, { secrets, reuse: null })
  expect(input.config).toEqual({ baseUrl: 'https://a.example', username: 'bot' })
  expect(input.secrets).toEqual({ password: 'hunter2' })
  expect(problemsOfStep('credentials', choice.asked, state)).toEqual({
    'secrets.password': 'Password is required.',
  })
})

test('a name as suggested is left to the hub; one of our own goes along with its slug', () => {
  const state = after(chosen)
  const { draft } = state
  const suggested = { name: 'registry-1', slug: 'registry-1' }
  const input = testInput(choiceOf([connector], draft), draft, state)
  expect(connectInput(input, draft, namingOf(draft, suggested))).not.toHaveProperty('name')
  const own = { ...draft, name: 'Größe & Co.' }
  expect(connectInput(input, own, namingOf(own, suggested))).toMatchObject({ name: 'Größe & Co.', slug: 'gro-e-co' })
  expect(slugFrom('  --A B--  ')).toBe('a-b')
})

test('a stored secret takes the place of a typed one, until another way to sign in or another start is chosen', () => {
  const reuse = { id: 'int_1', slug: 'images', name: 'Images' }
  const choice = choiceOf([connector], { type: 'registry.oci', instance: 'custom', method: 'basic' })
  const config = { baseUrl: 'https://a.example', username: 'bot' }
  const typed = after(chosen, { is: 'set config', config }, { is: 'set secrets', secrets: { password: 'hunter2' } })
  const state = wizardReducer(typed, { is: 'set reuse', reuse })
  expect(problemsOfStep('credentials', choice.asked, state)).toEqual({})
  const input = testInput(choice, state.draft, state)
  expect(input).toMatchObject({ integrationId: 'int_1' })
  expect(input).not.toHaveProperty('secrets')
  const whole = connectInput(input, state.draft, { name: 'x', slug: 'x' })
  expect(whole).toMatchObject({ reuseSecretOf: 'int_1', confirmReuse: true })
  expect(whole).not.toHaveProperty('integrationId')
  expect(wizardReducer(state, { is: 'set method', method: 'anonymous', config: {} }).reuse).toBeNull()
  const part = { start: 'blank', startName: null, base: {}, config: {}, method: null }
  expect(wizardReducer(state, { is: 'started', part }).reuse).toBeNull()
  expect(state.draft.idempotencyKey).not.toBe(typed.draft.idempotencyKey)
})
