/** Scripts by which shells complete commands, options and their values: written from the same tables that the parser reads. */
import { COMMAND_SPECS, type CommandSpec, type Shell } from './commands.js'
import { flagsOf, OPTIONS, valuesOf, type OptionSpec } from './options.js'

const optionsOf = ({ name }: CommandSpec): OptionSpec[] => OPTIONS.filter(o => o.commands.includes(name))
const namesOf = ({ name, aliases = [] }: CommandSpec): string[] => [name, ...aliases]
const commandNames = COMMAND_SPECS.flatMap(namesOf)

/** For each command a branch of a shell's `case`. */
const branches = (body: (spec: CommandSpec) => string): string => COMMAND_SPECS.map(spec => `    ${namesOf(spec).join('|')})\n${body(spec)}      ;;\n`).join('')

const bashWords = (words: readonly string[]): string => `COMPREPLY=($(compgen -W '${words.join(' ')}' -- "$current"))`

const bash = (): string => `# kpen: completion for bash. Put this into ~/.bashrc:  source <(kpen completion bash)
_kpen() {
  local current=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD-1]} command='' i
  COMPREPLY=()
  for ((i = 1; i < COMP_CWORD; i++)); do
    case \${COMP_WORDS[i]} in ${commandNames.join('|')}) command=\${COMP_WORDS[i]}; break ;; esac
  done
  case $command in
    '') ${bashWords([...commandNames, '--help', '--version'])} ;;
${branches(spec => {
  const options = optionsOf(spec), valued = options.filter(o => flagsOf(o).argument !== null && !o.file)
  const flags = (o: OptionSpec): string => [flagsOf(o).short, flagsOf(o).long].filter(Boolean).join('|')
  return (valued.length === 0 ? '' : `      case $before in
${valued.map(o => `        ${flags(o)}) ${bashWords(valuesOf(o, spec.name))}; return ;;\n`).join('')}      esac
`) + `      if [[ $current == -* ]]; then ${bashWords([...options.map(o => flagsOf(o).long), '--help'])}; else ${spec.argument.choices ? bashWords(spec.argument.choices) : 'compopt -o default'}; fi
`
})}  esac
}
complete -F _kpen kpen
`

const zshQuoted = (text: string): string => text.replace(/[[\]:\\]/g, '\\$&').replace(/'/g, "'\\''")

const zshOption = (option: OptionSpec, { name }: CommandSpec): string => {
  const { short, long, argument } = flagsOf(option), values = valuesOf(option, name)
  const action = argument === null ? '' : `:${zshQuoted(argument)}:${option.file ? '_files' : values.length > 0 ? (option.several ? `_values -s , value ${values.join(' ')}` : `(${values.join(' ')})`) : ' '}`
  const text = `[${zshQuoted(option.description)}]${action}`, again = option.repeatable ? '*' : ''
  return short === null ? `'${again}${long}${text}'` : `'(${short} ${long})'{${short},${long}}'${text}'`
}

const zshArgument = ({ argument: { choices } }: CommandSpec): string => (choices ? `'1:word:(${choices.join(' ')})'` : "'*:input:_files'")

const zsh = (): string => `#compdef kpen
# kpen: completion for zsh. Put this into a file _kpen in a folder of $fpath, or into ~/.zshrc:  source <(kpen completion zsh)
_kpen() {
  local context state state_descr line
  typeset -A opt_args
  _arguments -C '(- *)'{-h,--help}'[help]' '(- *)'{-V,--version}'[version]' '1: :->command' '*:: :->rest'
  if [[ $state == command ]]; then
    local -a commands=(${COMMAND_SPECS.flatMap(spec => namesOf(spec).map(name => `'${name}:${zshQuoted(spec.summary)}'`)).join(' ')})
    _describe command commands
    return
  fi
  case $line[1] in
${branches(spec => `      _arguments -s '(- *)'{-h,--help}'[help]' ${[zshArgument(spec), ...optionsOf(spec).map(o => zshOption(o, spec))].join(' \\\n        ')}\n`)}  esac
}
if [[ $funcstack[1] == _kpen ]]; then _kpen "$@"; else compdef _kpen kpen; fi
`

const fishQuoted = (text: string): string => `'${text.replace(/[\\']/g, '\\$&')}'`
const fishAfter = (spec: CommandSpec): string => `complete -c kpen -n '__fish_seen_subcommand_from ${namesOf(spec).join(' ')}'`

const fishOption = (option: OptionSpec, spec: CommandSpec): string => {
  const { short, long, argument } = flagsOf(option), values = valuesOf(option, spec.name)
  return [
    fishAfter(spec), ...(short === null ? [] : [`-s ${short.slice(1)}`]), `-l ${long.slice(2)}`,
    ...(argument === null ? [] : option.file ? ['-r -F'] : ['-x']), ...(values.length > 0 ? [`-a ${fishQuoted(values.join(' '))}`] : []), `-d ${fishQuoted(option.description)}`,
  ].join(' ')
}

const fishLines = (spec: CommandSpec): string[] => [
  ...namesOf(spec).map(name => `complete -c kpen -n '__fish_use_subcommand' -a ${name} -d ${fishQuoted(spec.summary)}`),
  ...(spec.argument.choices ? [`${fishAfter(spec)} -f -a '${spec.argument.choices.join(' ')}'`] : []),
  ...optionsOf(spec).map(option => fishOption(option, spec)),
]

const fish = (): string => `# kpen: completion for fish. Write it to ~/.config/fish/completions/kpen.fish:  kpen completion fish > ~/.config/fish/completions/kpen.fish
complete -c kpen -n '__fish_use_subcommand' -f
complete -c kpen -n '__fish_use_subcommand' -s h -l help -d 'help'
complete -c kpen -n '__fish_use_subcommand' -s V -l version -d 'version'
${COMMAND_SPECS.flatMap(fishLines).join('\n')}
`

const SCRIPTS: Readonly<Record<Shell, () => string>> = { bash, zsh, fish }

/** The completion script of a shell. */
export const completionOf = (shell: Shell): string => SCRIPTS[shell]()
