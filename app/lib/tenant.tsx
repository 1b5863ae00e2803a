'use client'

import { createContext, type ReactNode, useContext } from 'react'

/** The tenant whose screens are shown, and what the person may do in it. */
export type TenantHere = {
  id: string
  slug: string
  name: string
  isDemo: boolean
  role: string | null
  permissions: readonly string[]
  /** Whether the person also looks after the whole hub. */
  isInstanceAdmin: boolean
  projects: readonly { id: string; slug: string; name: string; isDefault: boolean }[]
  environments: readonly { id: string; slug: string; name: string }[]
}

const Here = createContext<TenantHere | null>(null)

export function TenantProvider({ tenant, children }: { tenant: TenantHere; children: ReactNode }) {
  return <Here value={tenant}>{children}</Here>
}

export function useTenant(): TenantHere {
  const tenant = useContext(Here)
  if (tenant) return tenant
  throw new Error('This belongs to the screens of a tenant.')
}

/** Whether to offer an act at all; the hub decides again when it is done. */
export function useMay(permission: string): boolean {
  return useTenant().permissions.includes(permission)
}
