import { readText } from './api-fields'

/** What a flag is given: the text itself, or where it is to be read. */
export async function stdinText(): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}

/** `@file` is the text of the file, `@-` that of stdin. */
export async function readGiven(text: string): Promise<string> {
  if (!text.startsWith('@')) return text
  return text === '@-' ? stdinText() : readText(text.slice(1))
}
