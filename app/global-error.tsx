'use client'

import './globals.css'
import ErrorPage from './error'

type Props = { error: Error & { digest?: string }; reset: () => void }

/** Only when even the frame of all pages failed. */
export default function GlobalError(props: Props) {
  return (
    <html lang="en">
      <body>
        <title>Something went wrong · Integration Hub</title>
        <ErrorPage {...props} />
      </body>
    </html>
  )
}
