import { LinkButton } from '../ui/button'
import { EmptyState } from '../ui/feedback'
import { OpenSearch } from './shell/open-search'

export default function NotFound() {
  return (
    <>
      <title>Not found · Integration Hub</title>
      <h1 className="sr-only">Not found</h1>
      <EmptyState
        title="There is no such page"
        action={
          <>
            <OpenSearch />
            <LinkButton href="/">Go to the overview</LinkButton>
          </>
        }
      >
        It may have been deleted or renamed, or the address is mistyped. The places at the side still work.
      </EmptyState>
    </>
  )
}
