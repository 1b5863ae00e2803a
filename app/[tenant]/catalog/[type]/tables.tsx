import type { ReactNode } from 'react'
import { Card } from '@/app/ui/card'
import { FoldedSection } from '@/app/ui/folded-section'
import { probeWords } from '@/app/ui/probe-list'
import { Table, Td, Th, Tr } from '@/app/ui/table'
import { capabilityWords } from '../words'
import type { TypeDetail } from './type-page'

type Props = { type: TypeDetail }
type Rows = { title: string; columns: readonly string[]; rows: readonly { key: string; cells: readonly ReactNode[] }[] }

/** A part that is only there when the type has something to say in it. */
function Part({ title, columns, rows }: Rows) {
  if (rows.length === 0) return null
  return (
    <FoldedSection title={title}>
      <Table label={title} stacked>
        <thead>
          <tr>
            {columns.map((column) => (
              <Th key={column}>{column}</Th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells }) => (
            <Tr key={key}>
              {cells.map((cell, at) => (
                <Td key={columns[at]} label={columns[at]}>
                  {cell}
                </Td>
              ))}
            </Tr>
          ))}
        </tbody>
      </Table>
    </FoldedSection>
  )
}

const code = (text: string | null | undefined) =>
  text ? <code className="break-all">{text}</code> : <span className="text-text-2">–</span>

export function Probes({ type }: Props) {
  return (
    <Part
      title="What a check proves"
      columns={['Probe', 'A pass means', 'Asks the service']}
      rows={type.probes.map(({ name, proves, asks }) => ({
        key: name,
        cells: [
          <span key="name" className="font-medium whitespace-nowrap">
            {probeWords[name]}
          </span>,
          proves,
          code(asks),
        ],
      }))}
    />
  )
}

export function Scopes({ type }: Props) {
  return (
    <Part
      title="Rights the credential needs"
      columns={['For', 'Rights']}
      rows={type.neededScopes.map(({ capability, scopes }) => ({
        key: capability ?? '*',
        cells: [capability ? capabilityWords(capability) : 'everything', code(scopes.join(', '))],
      }))}
    />
  )
}

export function Quotas({ type }: Props) {
  return (
    <Part
      title="Quotas it tells"
      columns={['Pool', 'Limit', 'Remaining', 'Reset']}
      rows={type.quotaPools.map(({ pool, limitHeader, remainingHeader, resetHeader }) => ({
        key: pool,
        cells: [
          pool,
          limitHeader ? code(limitHeader) : 'in the body of an answer',
          code(remainingHeader),
          code(resetHeader),
        ],
      }))}
    />
  )
}

export function Discoveries({ type }: Props) {
  return (
    <Part
      title="What can be listed"
      columns={['List', 'Asks the service']}
      rows={type.discoveryLists.map(({ id, title, asks }) => ({ key: id, cells: [title, code(asks)] }))}
    />
  )
}

const effects: Record<TypeDetail['operations'][number]['effect'], string> = {
  READ: 'reads',
  WRITE: 'changes something',
  DESTRUCTIVE: 'destroys something: a person is asked',
}

export function Operations({ type }: Props) {
  return (
    <Part
      title="Operations"
      columns={['Operation', 'What it does', 'Effect', 'Needs']}
      rows={type.operations.map(({ id, title, description, effect, needs }) => ({
        key: id,
        cells: [code(id), description ? `${title}. ${description}` : title, effects[effect], needs.join(' or ')],
      }))}
    />
  )
}

export function Remedies({ type }: Props) {
  return (
    <Part
      title="What to do about failures"
      columns={['When', 'Do']}
      rows={type.remedies.map(({ failure, remedy }) => ({
        key: failure + remedy,
        cells: [
          <code key="failure" className="break-words">
            {failure}
          </code>,
          remedy,
        ],
      }))}
    />
  )
}

const schemes: Record<string, string> = {
  standard_webhooks: 'Standard Webhooks signature',
  hmac: 'HMAC signature over the body',
  shared_token: 'shared token in a header',
  basic: 'user name and password',
  challenge: 'answering a challenge',
}

export function Webhooks({ type: { webhooks } }: Props) {
  if (!webhooks) return null
  return (
    <FoldedSection title="Webhooks">
      <Card className="grid gap-2">
        <p>
          A delivery proves where it comes from by: {webhooks.schemes.map((name) => schemes[name] ?? name).join(', ')}.
        </p>
        {webhooks.topics.length > 0 && (
          <p className="text-text-2">
            Becomes here: <code className="break-words">{webhooks.topics.join(', ')}</code>
          </p>
        )}
      </Card>
    </FoldedSection>
  )
}
