import type { ReportMadeFragment } from '@/app/generated/graphql'
import { checkWords, statusWords } from '../../check-lines'

/** A report as text, for an issue or a chat. */
const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', ' ')

export function reportAsMarkdown(
  slug: string,
  { overall, message, checks, changes, startedAt }: ReportMadeFragment,
): string {
  const rows = checks.map(
    ({ name, status, finding, message: said }) =>
      `| ${checkWords[name]} | ${statusWords[status]} | \`${finding}\` | ${cell(said)} |`,
  )
  const steps = checks.flatMap(({ suggestions }) =>
    suggestions.map(
      ({ text, command, link }) => `- ${text}${command ? ` \`${command}\`` : ''}${link ? ` ${link}` : ''}`,
    ),
  )
  const changed = changes.map(
    ({ name, from, to }) => `- ${checkWords[name]}: ${statusWords[from]} → ${statusWords[to]}`,
  )
  return [
    `## ${slug} is ${overall.toLowerCase()}`,
    '',
    `${message} Examined at ${startedAt}.`,
    '',
    '| Check | Status | Finding | Message |',
    '| --- | --- | --- | --- |',
    ...rows,
    ...(steps.length > 0 ? ['', '### What to do', '', ...steps] : []),
    ...(changed.length > 0 ? ['', '### Since it was good', '', ...changed] : []),
    '',
  ].join('\n')
}

/** As the hub has it, without the words the cache added. */
export function reportAsJson(report: ReportMadeFragment): string {
  return JSON.stringify(report, (key, value: unknown) => (key === '__typename' ? undefined : value), 2)
}
