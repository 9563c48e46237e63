import { Argument, Command } from 'commander';
import { InputError } from '../../manifests/input-error';
import type { Terminal } from '../terminal';

const SHELLS = { bash, zsh, fish };

const EXAMPLES = `
Examples, for the file that the shell reads when it starts:
    source <(npx cdk8s-argo completion bash)
    source <(npx cdk8s-argo completion zsh)
    npx cdk8s-argo completion fish | source
`;

/** Writes what lets a shell complete commands and options. */
export function completionCommand(terminal: Terminal): Command {
  const command = new Command('completion')
    .description('Writes a script that lets a shell complete commands and options.')
    .addArgument(new Argument('<shell>', 'the shell').choices(Object.keys(SHELLS)))
    .addHelpText('after', EXAMPLES)
    .action((shell: keyof typeof SHELLS) => {
      if (!command.parent) throw new InputError('there is no program to complete');
      terminal.out(SHELLS[shell](wordsOf(command.parent)));
    });
  return command;
}

interface Words {
  readonly name: string;
  readonly about: string;
  readonly options: ReadonlyArray<{ readonly flag: string; readonly about: string; readonly values: readonly string[] }>;
}

/** The commands of a program, with their options and what these may be. */
function wordsOf(program: Command): readonly Words[] {
  return program.commands.map((command) => ({
    name: command.name(),
    about: command.description(),
    options: [
      ...command.options.flatMap(({ long, description: about, argChoices: values = [] }) => (long ? [{ flag: long, about, values }] : [])),
      { flag: '--help', about: 'say more', values: [] },
    ],
  }));
}

function bash(commands: readonly Words[]): string {
  const cases = commands.map(({ name, options }) => {
    const values = options.filter((option) => option.values.length > 0).map(({ flag, values: all }) =>
      `      [ "$previous" = ${flag} ] && words="${all.join(' ')}"\n`);
    return `    ${name})\n      words="${options.map(({ flag }) => flag).join(' ')}"\n${values.join('')}      ;;\n`;
  });
  return `_cdk8s_argo() {
  local word="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}" words="${commands.map(({ name }) => name).join(' ')}"
  case "\${COMP_WORDS[1]}" in
${cases.join('')}  esac
  [ "$COMP_CWORD" = 1 ] && words="${commands.map(({ name }) => name).join(' ')}"
  COMPREPLY=($(compgen -W "$words" -- "$word"))
}
complete -o default -F _cdk8s_argo cdk8s-argo
`;
}

/** zsh runs what is written for bash. */
function zsh(commands: readonly Words[]): string {
  return `autoload -U +X compinit && compinit -u\nautoload -U +X bashcompinit && bashcompinit\n${bash(commands)}`;
}

function fish(commands: readonly Words[]): string {
  const quoted = (text: string): string => `'${text.replace(/\\/g, '\\\\').replace(/'/g, "\\'")}'`;
  const lines = commands.flatMap(({ name, about, options }) => [
    `complete -c cdk8s-argo -n __fish_use_subcommand -a ${name} -d ${quoted(about)}`,
    ...options.map((option) => `complete -c cdk8s-argo -n '__fish_seen_subcommand_from ${name}' -l ${option.flag.slice(2)} -d ${quoted(option.about)}${
       option.values.length > 0 ? ` -x -a ${quoted(option.values.join(' '))}` : ''}`),
  ]);
  return `${lines.join('\n')}\n`;
}
