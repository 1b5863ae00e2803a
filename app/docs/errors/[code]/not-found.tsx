import { EntranceFrame } from '@/app/entrance/frame'
import { LinkButton } from '@/app/ui/button'

export default function ErrorCodeNotFound() {
  return (
    <EntranceFrame
      title="No error has this code"
      lead="Codes are a noun and a problem with a dot between them, such as integration.probe_failed. An error of the hub ends with its code."
    >
      <LinkButton href="/">To the start page</LinkButton>
    </EntranceFrame>
  )
}
