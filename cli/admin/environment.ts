import { describeEnv, type EnvRow, env } from '@/server/platform/env'
import { printList, settleView, type View } from '../output'
import type { AdminRun } from './doors'

const view: View<EnvRow> = {
  name: (row) => row.name,
  columns: [
    { name: 'variable', text: (row) => row.name },
    { name: 'value', text: (row) => row.value || '-', flexible: true },
    {
      name: 'from',
      text: (row) => row.from,
      paint: (text, row, io) => (row.from === 'refused' ? io.colors.red(text) : io.colors.dim(text)),
    },
    { name: 'needed', text: (row) => row.needed || '-', wide: true },
    { name: 'meaning', text: (row) => row.meaning, wide: true, flexible: true },
  ],
  fields: {
    name: (row) => row.name,
    value: (row) => row.value,
    from: (row) => row.from,
    secret: (row) => row.secret,
    needed: (row) => row.needed,
    default: (row) => row.defaultText,
    aliases: (row) => row.aliases,
    meaning: (row) => row.meaning,
  },
}

/** Prints the table in any case, then refuses what the server would refuse. */
export async function showEnv({ io }: AdminRun): Promise<void> {
  settleView(io, view)
  await printList(io, view, describeEnv())
  env()
}
