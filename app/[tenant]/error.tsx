'use client'

import { ErrorState } from '../ui/feedback'

type Props = { error: Error & { digest?: string }; reset: () => void }

/** The rail and the bar stay; only the page is replaced. */
export default function ErrorPage({ error, reset }: Props) {
  return (
    <>
      <h1 className="mb-4 text-title font-semibold">This page could not be shown</h1>
      <ErrorState
        onRetry={reset}
        trouble={{
          title: 'Something went wrong in the hub',
          remedy: 'Try again; if it stays, give the operator the request id.',
          code: 'hub.internal',
          requestId: error.digest,
        }}
      />
    </>
  )
}
