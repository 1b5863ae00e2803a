/**
 * The variables of a person's shell, as the CLI reads them: this file and no other. The server's schema is not used
 * here, for loading it would cost more time than most commands take.
 */
export type CliVariable =
  | 'INTHUB_URL'
  | 'INTHUB_TOKEN'
  | 'INTHUB_PROFILE'
  | 'INTHUB_TENANT'
  | 'INTHUB_OUTPUT'
  | 'INTHUB_DEBUG'
  | 'INTHUB_CONFIG_DIR'
  | 'XDG_CONFIG_HOME'
  | 'NO_COLOR'
  | 'FORCE_COLOR'
  | 'CI'
  | 'HTTPS_PROXY'
  | 'HTTP_PROXY'
  | 'LC_ALL'
  | 'LC_CTYPE'
  | 'LANG'
  | 'PORT'
  | 'TERM'

/** Undefined when unset or empty. */
export function readVariable(name: CliVariable | (string & {})): string | undefined {
  // biome-ignore lint/style/noProcessEnv: the only reader of the environment on the CLI's side.
  return process.env[name]?.trim() || undefined
}

export const variableMeanings: readonly (readonly [CliVariable, string])[] = [
  ['INTHUB_URL', 'address of the hub, such as https://hub.example.com; http://localhost:3000 by default'],
  ['INTHUB_TOKEN', 'API key (ihk_…) to use instead of the stored one; nothing is written to disk'],
  ['INTHUB_TENANT', 'slug of the tenant; an API key knows its own'],
  ['INTHUB_PROFILE', 'profile to use from the configuration file, instead of its current one'],
  ['INTHUB_OUTPUT', 'default of --output: table, json, yaml, ndjson or name'],
  ['INTHUB_DEBUG', '1 prints each request, its time and id, and stack traces; http adds redacted headers'],
  ['INTHUB_CONFIG_DIR', 'where config.yaml and credentials.json are; ~/.config/inthub by default'],
  ['NO_COLOR', 'no colours'],
  ['FORCE_COLOR', 'colours also where there is no terminal'],
  ['CI', 'never ask anything'],
  ['HTTPS_PROXY', 'proxy for requests to the hub (not for live streams)'],
]
