import { readFileSync } from 'node:fs'
import { readVariable } from './environment'
import { usageError } from './errors'
import type { Io } from './io'
import { answered, loadPrompts, onStderr } from './prompts'
import { rememberSecret } from './redaction'

/**
 * Secrets come from stdin, a file, a variable or a hidden question, never from the command line itself. Everything
 * read here is remembered, so that nothing printed later can hold it.
 */
export async function readStdin(): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk as Uint8Array))
  const text = Buffer.concat(chunks).toString('utf8')
  for (const chunk of chunks) chunk.fill(0)
  return text.replace(/\r?\n$/, '')
}

/** Typed unseen. */
export async function askSecret(message: string): Promise<string> {
  const prompts = await loadPrompts()
  const validate = (value: string | undefined) => (value ? undefined : 'It must not be empty.')
  return rememberSecret(answered(prompts, await prompts.password({ message, validate, ...onStderr })))
}

/** A whole secret from stdin; from a hidden question where stdin is the keyboard. */
export async function readSecretFromStdin(io: Io, what: string): Promise<string> {
  if (process.stdin.isTTY) {
    if (!io.canPrompt) throw usageError(`${what} has to come through stdin.`, 'Pipe it in, such as: … < secret.txt')
    return askSecret(what)
  }
  const value = await readStdin()
  if (value === '') throw usageError(`Nothing came through stdin for ${what}.`)
  return rememberSecret(value)
}

function readSecretFile(path: string, name: string): string {
  try {
    return readFileSync(path, 'utf8').replace(/\r?\n$/, '')
  } catch {
    throw usageError(`The file for the secret "${name}" cannot be read.`, 'Check its path and who may read it.')
  }
}

const howTo = 'Use name=- for stdin, name=@file or name=env:VARIABLE.'

async function readOne(io: Io, name: string, source: string): Promise<string> {
  if (source === '-') return readSecretFromStdin(io, `the secret "${name}"`)
  if (source.startsWith('@')) return rememberSecret(readSecretFile(source.slice(1), name))
  if (source.startsWith('env:')) {
    const value = readVariable(source.slice(4))
    if (value === undefined) throw usageError(`The variable for the secret "${name}" is not set.`)
    return rememberSecret(value)
  }
  throw plainSecret(name)
}

const plainSecret = (name: string) =>
  usageError(`The secret "${name}" was given as plain text, which stays in the history of the shell: refused.`, howTo)

const isSource = (source: string) => source === '-' || source.startsWith('@') || source.startsWith('env:')

function toPairs(given: readonly string[]): { name: string; source: string }[] {
  const pairs = given.map((text) => {
    const at = text.indexOf('=')
    if (at < 1) throw usageError('--secret has to be of the form name=source.', howTo)
    return { name: text.slice(0, at), source: text.slice(at + 1) }
  })
  const plain = pairs.find(({ source }) => !isSource(source))
  if (plain) throw plainSecret(plain.name)
  if (pairs.filter(({ source }) => source === '-').length > 1) {
    throw usageError('Only one secret can come through stdin.', howTo)
  }
  return pairs
}

/** @throws {CliError} exit 2 when a secret stands on the command line itself; its value is not quoted */
export function refusePlainSecrets(given: readonly string[]): void {
  toPairs(given)
}

/** Reads every `--secret name=source`. @throws {CliError} exit 2 for a plain value, which is not quoted */
export async function readSecrets(io: Io, given: readonly string[]): Promise<Record<string, string>> {
  const secrets: Record<string, string> = {}
  for (const { name, source } of toPairs(given)) secrets[name] = await readOne(io, name, source)
  return secrets
}
