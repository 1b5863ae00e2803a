import { Notice } from '../ui/feedback'
import type { SignInTrouble } from './sign-in-troubles'

export function TroubleNotice({ trouble }: { trouble: SignInTrouble }) {
  return (
    <div role="alert">
      <Notice tone="bad">
        <p className="font-medium">{trouble.title}.</p>
        <p>{trouble.remedy}</p>
      </Notice>
    </div>
  )
}
