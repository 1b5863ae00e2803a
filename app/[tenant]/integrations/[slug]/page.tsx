import { IntegrationOverview } from './overview'

export default function IntegrationPage() {
  return <IntegrationOverview />
}
