import { mkdirSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { readVariable } from '../environment'
import { CliError } from '../errors'
import { exitCodes } from '../exit-codes'
import { type Shell, scriptFor } from './scripts'

/** Where each shell looks for completions of its own; a file of somebody's settings is never touched. */
type Place = { path: string; next: string }

const dataHome = () => readVariable('XDG_DATA_HOME') ?? join(homedir(), '.local', 'share')
const configHome = () => readVariable('XDG_CONFIG_HOME') ?? join(homedir(), '.config')

const places: Record<Shell, () => Place> = {
  bash: () => {
    const path = join(dataHome(), 'bash-completion', 'completions', 'inthub')
    return { path, next: `Open a new shell. Without the package bash-completion, add to ~/.bashrc: source ${path}` }
  },
  zsh: () => {
    const path = join(dataHome(), 'zsh', 'site-functions', '_inthub')
    const lines = `fpath=(${dirname(path)} $fpath); autoload -Uz compinit; compinit`
    return { path, next: `Open a new shell. Unless it is there already, add to ~/.zshrc: ${lines}` }
  },
  fish: () => ({ path: join(configHome(), 'fish', 'completions', 'inthub.fish'), next: 'Open a new shell.' }),
  pwsh: () => {
    const path = join(configHome(), 'powershell', 'inthub-completion.ps1')
    return { path, next: `Add to $PROFILE: . ${path}` }
  },
}

export function installFor(shell: Shell): Place {
  const place = places[shell]()
  try {
    mkdirSync(dirname(place.path), { recursive: true })
    writeFileSync(place.path, scriptFor(shell))
    return place
  } catch (error) {
    throw new CliError(exitCodes.failed, 'cli.not_written', `${place.path} cannot be written.`, {
      remedy: `Print the script and keep it where you like: inthub completion ${shell}`,
      cause: error,
    })
  }
}
