'use client'

import { useRouter } from 'next/navigation'
import { useCallback } from 'react'

/** How long the hub may go on answering who somebody is from memory. */
const memoryMs = 1000

/** Draws anew what stands around the page: at once, and again when the hub has forgotten what it knew before. */
export function useRefreshFrame(): () => void {
  const router = useRouter()
  return useCallback(() => {
    router.refresh()
    setTimeout(() => router.refresh(), memoryMs)
  }, [router])
}
