import { SettingsPage } from './settings-page'

type Props = { searchParams: Promise<{ reconnect?: string | string[] }> }

export default async function IntegrationSettings({ searchParams }: Props) {
  const { reconnect } = await searchParams
  return <SettingsPage reconnect={reconnect !== undefined} />
}
