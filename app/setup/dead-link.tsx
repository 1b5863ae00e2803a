import { EntranceFrame } from '../entrance/frame'

/** A set-up link that leads nowhere: there is nothing to fill in that the hub would take. */
export function DeadSetUpLink() {
  return (
    <EntranceFrame
      title="This set-up link cannot be used"
      lead="It was used already, has expired, or never existed. A set-up link works once, for 15 minutes."
    >
      <p>
        Restart the hub: it prints a fresh link on its console as long as nobody has set it up. Then open that one in
        this browser.
      </p>
    </EntranceFrame>
  )
}
