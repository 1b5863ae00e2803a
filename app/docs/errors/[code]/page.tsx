import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { EntranceFrame } from '@/app/entrance/frame'
import { errorPage, Inline } from './error-page'

/** What a code means and what to do: the pages of docs/errors, served by the hub itself. */
type Props = { params: Promise<{ code: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await params).code }
}

async function readPage(code: string): Promise<string> {
  if (!/^[a-z_]+\.[a-z_]+$/.test(code)) notFound()
  try {
    return await readFile(join(process.cwd(), 'docs', 'errors', `${code}.md`), 'utf8')
  } catch {
    notFound()
  }
}

export default async function ErrorCodePage({ params }: Props) {
  const { code } = await params
  const { title, lead, sections } = errorPage(await readPage(code))
  return (
    <EntranceFrame title={title} lead={<Inline text={lead} />}>
      <div className="grid gap-6">
        {sections.map(({ heading, paragraphs }) => (
          <section key={heading} className="grid gap-2">
            <h2 className="text-reading font-semibold">{heading}</h2>
            {paragraphs.map((text) => (
              <p key={text} className="max-w-[72ch]">
                <Inline text={text} />
              </p>
            ))}
          </section>
        ))}
      </div>
    </EntranceFrame>
  )
}
