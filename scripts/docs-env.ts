import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { describeEnv } from '@/server/platform/env'

/** Draws the table in docs/environment.md and .env.example from the schema of the environment. */
const begin = '<!-- generated: npm run docs:env -->'
const end = '<!-- /generated -->'
const rows = describeEnv({})

const cell = (text: string) => text.replaceAll('|', '\\|')
const nameCell = ({ name, secret, aliases }: (typeof rows)[number]) =>
  [`\`${name}\``, secret ? `or \`${name}_FILE\`` : '', aliases.length ? `(also \`${aliases.join('`, `')}\`)` : '']
    .filter(Boolean)
    .join(' ')

const table = [
  '| Variable | Needed | Default | Meaning |',
  '| --- | --- | --- | --- |',
  ...rows.map((row) => `| ${[nameCell(row), row.needed, row.defaultText, row.meaning].map(cell).join(' | ')} |`),
].join('\n')

const preface = `# Environment

Every setting of the hub is an environment variable. A wrong or missing value stops the start with exit code 78 and a
table that names each. \`npx inthub admin env\` shows what a hub would read, without secrets. A secret may come from a
file: set \`NAME_FILE\` to its path instead of \`NAME\`.

${begin}
${end}
`

const page = 'docs/environment.md'
const old = existsSync(page) ? readFileSync(page, 'utf8') : preface
const [before] = old.split(begin)
const after = old.slice(old.indexOf(end) + end.length)
writeFileSync(page, `${before}${begin}\n${table}\n${end}${after}`)

const example = rows.map(({ name, needed, defaultText, meaning }) => {
  const notes = [needed && `Needed ${needed}.`, defaultText && `Default: ${defaultText}.`].filter(Boolean).join(' ')
  return `# ${meaning}${notes ? `\n# ${notes}` : ''}\n${name}=\n`
})
writeFileSync(
  '.env.example',
  ['# Every variable the hub reads. An empty one counts as unset. Made by: npm run docs:env\n', ...example].join('\n'),
)
