import { Argument, Command } from 'commander'
import { type Shell, shells } from '../completion/scripts'
import { withExamples } from '../help'
import { doesLocally, requireArgument } from './command'

/** `inthub completion <shell>`: the script that teaches a shell our words. */
export function completionCommand(): Command {
  const command = new Command('completion')
    .description('Print the script that completes commands, flags and names in your shell.')
    .addArgument(new Argument('<shell>', 'your shell').choices(shells))
    .option('--install', 'write it where the shell looks for it, and say where')
  withExamples(
    command,
    'source <(inthub completion bash)',
    'inthub completion zsh --install',
    'inthub completion fish > ~/.config/fish/completions/inthub.fish',
    'inthub completion pwsh | Out-String | Invoke-Expression',
  )
  return doesLocally<{ install?: boolean }>(command, async () => {
    const [{ scriptFor }, { installFor }] = await Promise.all([
      import('../completion/scripts'),
      import('../completion/install'),
    ])
    return async ({ io, args, options }) => {
      const shell = requireArgument(args, 0, 'shell') as Shell
      if (!options.install) return io.result(scriptFor(shell))
      const { path, next } = installFor(shell)
      io.result(path)
      io.note(io.colors.dim(next))
    }
  })
}
