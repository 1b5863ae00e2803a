import { EntranceFrame } from './entrance/frame'
import { LinkButton } from './ui/button'

export default function NotFound() {
  return (
    <EntranceFrame
      title="There is no such page"
      lead="The address may be mistyped, or you are not a member of this tenant."
    >
      <LinkButton href="/" variant="primary">
        Go to the overview
      </LinkButton>
    </EntranceFrame>
  )
}
