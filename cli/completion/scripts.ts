/**
 * The scripts that teach a shell to complete. They only carry words to the hidden command `__complete` and answers
 * back: as arguments, never through `eval`, so that nothing half-typed is ever run. The word under the cursor goes
 * last and with a dot before it, for some shells drop an empty argument.
 */
export const shells = ['bash', 'zsh', 'fish', 'pwsh'] as const
export type Shell = (typeof shells)[number]

/** Answered alone: the shell completes names of files. */
export const filesSign = ':files'

// bash splits words at = and :, so they are joined again, and answers lose what stands before the cursor's part.
const bash = `# bash completion for inthub
_inthub() {
  local word current joined before value description
  local -a words=()
  for ((word = 1; word <= COMP_CWORD; word++)); do
    current="\${COMP_WORDS[word]}"
    if ((\${#words[@]} > 0)) && [[ "$current" == [=:]* || "\${words[\${#words[@]} - 1]}" == *[=:] ]]; then
      words[\${#words[@]} - 1]+="$current"
    else
      words+=("$current")
    fi
  done
  joined="\${words[\${#words[@]} - 1]}"
  current="\${COMP_WORDS[COMP_CWORD]}"
  before="\${joined%"$current"}"
  [[ "$current" == [=:] ]] && before="$joined"
  words[\${#words[@]} - 1]=".$joined"
  COMPREPLY=()
  while IFS=$'\\t' read -r value description; do
    if [[ "$value" == '${filesSign}' ]]; then
      compopt -o default 2>/dev/null
    elif [[ -n "$value" ]]; then
      [[ "$value" == *= ]] && compopt -o nospace 2>/dev/null
      COMPREPLY+=("\${value#"$before"}")
    fi
  done < <(inthub __complete "\${words[@]}" 2>/dev/null)
}
complete -F _inthub inthub
`

const zsh = `#compdef inthub
_inthub() {
  local line value
  local -a described plain
  for line in "\${(@f)$(inthub __complete "\${(@)words[2,CURRENT - 1]}" ".$PREFIX" 2>/dev/null)}"; do
    value="\${line%%$'\\t'*}"
    [[ -z "$value" ]] && continue
    if [[ "$value" == '${filesSign}' ]]; then
      _files
      return
    fi
    if [[ "$value" == *= ]]; then
      plain+=("$value")
    else
      described+=("\${value//:/\\\\:}:\${line#*$'\\t'}")
    fi
  done
  (( \${#plain} )) && compadd -S '' -- "\${plain[@]}"
  (( \${#described} )) && _describe -V 'inthub' described
  return 0
}
if [[ "\${funcstack[1]}" == '_inthub' ]]; then
  _inthub "$@"
else
  compdef _inthub inthub
fi
`

const fish = `# fish completion for inthub
function __inthub_complete
    set -l words (commandline -opc)
    set -e words[1]
    set -l current (commandline -ct)
    set -l answers (inthub __complete $words ".$current" 2>/dev/null)
    if test "$answers[1]" = '${filesSign}'
        __fish_complete_path "$current"
    else
        printf '%s\\n' $answers
    end
end
complete -c inthub -f -a '(__inthub_complete)'
`

const pwsh = `# PowerShell completion for inthub
Register-ArgumentCompleter -Native -CommandName inthub -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $words = @($commandAst.CommandElements |
        Select-Object -Skip 1 |
        Where-Object { $_.Extent.EndOffset -lt $cursorPosition } |
        ForEach-Object { $_.Extent.Text })
    inthub __complete @words ".$wordToComplete" 2>$null | ForEach-Object {
        $value, $description = $_ -split "\`t", 2
        if ($value -eq '${filesSign}') {
            Get-ChildItem -Path "$wordToComplete*" -Name -ErrorAction SilentlyContinue | ForEach-Object {
                [System.Management.Automation.CompletionResult]::new($_, $_, 'ProviderItem', $_)
            }
        } elseif ($value) {
            $tip = if ($description) { $description } else { $value }
            [System.Management.Automation.CompletionResult]::new($value, $value, 'ParameterValue', $tip)
        }
    }
}
`

const scripts: Record<Shell, string> = { bash, zsh, fish, pwsh }

export const scriptFor = (shell: Shell): string => scripts[shell]
