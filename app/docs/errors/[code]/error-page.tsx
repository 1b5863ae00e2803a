/** Reads the form every page of docs/errors has: a title, a line about the code, and sections of paragraphs. */
export type ErrorPage = { title: string; lead: string; sections: { heading: string; paragraphs: string[] }[] }

const blocksOf = (text: string) =>
  text
    .split(/\n{2,}/)
    .map((block) => block.trim())
    .filter(Boolean)

export function errorPage(markdown: string): ErrorPage {
  const [head = '', ...parts] = markdown.split(/^## /m)
  const [title = '', ...lead] = blocksOf(head)
  return {
    title: title.replace(/^# /, ''),
    lead: lead.join(' '),
    sections: parts.map((part) => {
      const [heading = '', ...rest] = part.split('\n')
      return { heading: heading.trim(), paragraphs: blocksOf(rest.join('\n')) }
    }),
  }
}

/** Code between backticks; a link within the docs shows its words. */
export function Inline({ text }: { text: string }) {
  const words = text.replace(/\[([^\]]+)\]\([^)]+\)/g, '$1')
  return words.split('`').map((part, at) => {
    const key = `${at} ${part}`
    return at % 2 === 1 ? <code key={key}>{part}</code> : <span key={key}>{part}</span>
  })
}
