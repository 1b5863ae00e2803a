'use client'

import { createContext, useContext } from 'react'
import type { DetailIntegrationFragment } from '@/app/generated/graphql'

/** The integration whose pages are shown, kept current by the frame around them. */
export type IntegrationHere = {
  integration: DetailIntegrationFragment
  /** The sequence the first answer was read at. */
  after: string
  refetch: () => Promise<unknown>
}

export const IntegrationContext = createContext<IntegrationHere | null>(null)

export function useIntegration(): IntegrationHere {
  const here = useContext(IntegrationContext)
  if (here) return here
  throw new Error('This belongs to the pages of an integration.')
}
