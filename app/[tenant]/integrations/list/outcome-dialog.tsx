'use client'

import Link from 'next/link'
import { useTenant } from '@/app/lib/tenant'
import { Dialog } from '@/app/ui/dialog'
import { Table, Td, Th, Tr } from '@/app/ui/table'
import type { Outcome } from './bulk'

/** For whom an act failed, and why. */
export function OutcomeDialog({ outcomes, onClose }: { outcomes: readonly Outcome[]; onClose: () => void }) {
  const { slug } = useTenant()
  return (
    <Dialog open wide onOpenChange={(open) => !open && onClose()} title="What failed">
      <Table label="What failed">
        <thead>
          <tr>
            <Th>Integration</Th>
            <Th>Why</Th>
          </tr>
        </thead>
        <tbody>
          {outcomes.map(({ row, message }) => (
            <Tr key={row.id}>
              <Td>
                <Link
                  href={`/${slug}/integrations/${row.slug}`}
                  prefetch={false}
                  className="font-medium hover:underline"
                >
                  {row.name}
                </Link>
              </Td>
              <Td>{message ?? 'no reason was told'}</Td>
            </Tr>
          ))}
        </tbody>
      </Table>
    </Dialog>
  )
}
