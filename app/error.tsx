'use client'

import { EntranceFrame } from './entrance/frame'
import { ErrorState } from './ui/feedback'

type Props = { error: Error & { digest?: string }; reset: () => void }

export default function ErrorPage({ error, reset }: Props) {
  return (
    <EntranceFrame title="This page could not be shown">
      <ErrorState
        onRetry={reset}
        trouble={{
          title: 'Something went wrong in the hub',
          remedy: 'Try again; if it stays, give the operator the request id.',
          code: 'hub.internal',
          requestId: error.digest,
        }}
      />
    </EntranceFrame>
  )
}
