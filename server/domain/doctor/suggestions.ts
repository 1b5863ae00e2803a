import type { Connector, ConnectorSettings } from '@/connectors/kit'
import type { DoctorCheckName, DoctorSuggestion } from '@/server/kernel/doctor'

/**
 * What to do about a finding: commands that are ready to be run, and pages that are ready to be opened, of the hub's
 * and of the vendor's. Of a draft, which has no name yet, only what helps without one is suggested.
 */
export type Patient = {
  connector: Connector
  settings: Pick<ConnectorSettings, 'instance' | 'method'>
  tenant: string
  /** Null: a draft. */
  slug: string | null
}

export type Diagnosis = { name: DoctorCheckName; finding: string; remedy: string | null }

type Suggest = (patient: Patient, diagnosis: Diagnosis) => DoctorSuggestion[]

const step = (text: string, more: Partial<Omit<DoctorSuggestion, 'text'>> = {}): DoctorSuggestion => ({
  text,
  command: null,
  link: null,
  ...more,
})

const pageOf = ({ tenant, slug }: Patient, place: string) =>
  slug === null ? null : `/${tenant}/integrations/${encodeURIComponent(slug)}/${place}`

/** Words that only help with a command or a page are left out where there is none. */
function offered(text: string, { command = null, link = null }: Partial<DoctorSuggestion>): DoctorSuggestion[] {
  return command === null && link === null ? [] : [step(text, { command, link })]
}

const commandFor = ({ slug }: Patient, line: (slug: string) => string) => (slug === null ? null : line(slug))

/** The setting that says where the service is. */
function addressField({ connector: { manifest }, settings }: Patient): string | undefined {
  return /\{\+?(\w+)\}/.exec(manifest.instances[settings.instance]?.baseUrl ?? '')?.[1]
}

const address: Suggest = (patient) => {
  const field = addressField(patient)
  if (field === undefined) return []
  return offered('Correct the address.', { link: pageOf(patient, `settings#config_${field}`) })
}

const authority: Suggest = (patient) => {
  const { tls } = patient.connector.manifest.instances[patient.settings.instance] ?? {}
  if (!tls?.caBundle) return []
  return offered('Give the certificate of your authority in the settings.', {
    link: pageOf(patient, 'settings#config_caBundle'),
  })
}

const looking = (patient: Patient, { name }: Diagnosis) =>
  commandFor(patient, (slug) => `inthub integration doctor ${slug} --check ${name}`)

/** What was repaired shows at once, and at no other place. */
const lookAgain: Suggest = (patient, diagnosis) =>
  diagnosis.remedy === null ? [] : [step(diagnosis.remedy, { command: looking(patient, diagnosis) })]

const seeWhether: Suggest = (patient, diagnosis) =>
  offered('Then look whether that was it.', { command: looking(patient, diagnosis) })

const reconnecting = (patient: Patient) => ({
  command: commandFor(patient, (slug) => `inthub integration reconnect ${slug}`),
  link: pageOf(patient, 'settings?reconnect'),
})

const reconnect: Suggest = (patient) =>
  offered('Give it another credential: it is tested first and saved after.', reconnecting(patient))

/** The first command is the one that mends it. */
const replaceCredential: Suggest = (patient, diagnosis) =>
  diagnosis.remedy === null ? reconnect(patient, diagnosis) : [step(diagnosis.remedy, reconnecting(patient))]

const vendorPage: Suggest = ({ connector: { manifest }, settings }) => {
  const fields = Object.values(manifest.methods[settings.method]?.fields ?? {})
  const help = fields.find((field) => field.help !== undefined)?.help ?? manifest.docs?.setup
  return offered(`Make a credential at ${manifest.name}.`, { link: help ?? null })
}

const vendorScopes: Suggest = ({ connector: { manifest } }) =>
  offered(`Read what each permission of ${manifest.name} allows.`, { link: manifest.docs?.scopes ?? null })

const vendorTroubles: Suggest = ({ connector: { manifest } }) =>
  offered(`Look up what ${manifest.name} says of such answers.`, { link: manifest.docs?.troubleshooting ?? null })

const vendorSetup: Suggest = ({ connector: { manifest } }) =>
  offered(`Read which versions of ${manifest.name} there are and how they are set up.`, {
    link: manifest.docs?.troubleshooting ?? manifest.docs?.setup ?? null,
  })

/** The refusal itself names the command that opens the address. */
const grantAddress: Suggest = (_patient, { remedy }) => {
  const command = remedy?.match(/inthub admin egress grant \S+ \S+/)?.[0] ?? null
  return remedy === null ? [] : [step(command ? 'An instance admin can open this address.' : remedy, { command })]
}

const callLessOften: Suggest = (patient) =>
  offered('Check it less often.', {
    command: commandFor(patient, (slug) => `inthub integration update ${slug} --interval 30m`),
    link: pageOf(patient, 'settings'),
  })

const measure: Suggest = (patient) =>
  offered('Measure the way there without the credential.', {
    command: commandFor(patient, (slug) => `inthub integration ping ${slug} --count 20`),
  })

const lists: Suggest = (patient) =>
  offered('Look at what the credential may list.', {
    command: commandFor(patient, (slug) => `inthub integration resources ${slug}`),
  })

const place = [lookAgain, address]
const credential = [replaceCredential, vendorPage, seeWhether]
const rights = [lookAgain, vendorScopes, vendorPage, reconnect]
const quota = [lookAgain, callLessOften, reconnect]
const service = [lookAgain, vendorTroubles]

const ways: Record<string, readonly Suggest[]> = {
  egress_denied: [grantAddress, address],
  bad_request: place,
  dns_failed: place,
  connection_refused: place,
  connection_reset: place,
  connect_timeout: place,
  total_timeout: [lookAgain, measure],
  redirect_loop: place,
  redirect_refused: place,
  malformed_answer: place,
  unexpected_answer: [...place, vendorTroubles],
  network_trouble: place,
  tls_expired: [lookAgain],
  tls_expires_soon: [lookAgain],
  tls_wrong_name: place,
  tls_self_signed: [lookAgain, authority],
  tls_untrusted: [lookAgain, authority],
  tls_failed: place,
  credential_rejected: credential,
  credential_expires_soon: [vendorPage, reconnect],
  secret_missing: [vendorPage, reconnect],
  permission_missing: rights,
  scope_missing: rights,
  scope_surplus: [vendorScopes, reconnect],
  version_unsupported: [lookAgain, vendorSetup],
  quota_low: quota,
  quota_empty: quota,
  slowed_down: quota,
  slow: [lookAgain, measure],
  service_error: service,
  resource_not_found: [lookAgain, lists, address],
}

export function suggestionsFor(patient: Patient, diagnosis: Diagnosis): DoctorSuggestion[] {
  if (diagnosis.finding === 'ok') return []
  return (ways[diagnosis.finding] ?? [lookAgain]).flatMap((suggest) => suggest(patient, diagnosis))
}
