import { Command, CommanderError } from 'commander';
import { defectText } from '../lint/defects';
import { InputError } from '../manifests/input-error';
import { OutputError } from '../output/output-error';
import { lined } from '../validation/report/printable';
import { bumpCommand } from './commands/bump';
import { completionCommand } from './commands/completion';
import { explainCommand } from './commands/explain';
import { initCommand } from './commands/init';
import { lintCommand } from './commands/lint';
import { rulesCommand } from './commands/rules';
import { ExitCode } from './exit-code';
import { processTerminal, type Terminal } from './terminal';
import { ownVersion } from './version';

const EXAMPLES = `
Examples:
    $ npx cdk8s-argo init deployments
    $ npx cdk8s-argo lint manifests
    $ npx cdk8s-argo explain schema/unknown-field
    $ npx cdk8s-argo bump web=v2.1.0
`;

/** What is said of an error. Whatever ends a command is one line and no trace. */
function reasonOf(error: unknown): string {
  if (error instanceof InputError) return error.reason;
  if (error instanceof OutputError) return error.message;
  const isGone = (error as NodeJS.ErrnoException | undefined)?.syscall === 'uv_cwd';
  return isGone ? 'the working directory is not there any more. go to another one' : defectText('the command', error);
}

/** Carries out a command line; gives its exit code. `args` are without the program: `['bump', 'web=v2.1.0']`. */
export function run(args: readonly string[], terminal: Terminal = processTerminal()): number {
  let code: ExitCode = ExitCode.done;
  const commands = [
    bumpCommand(terminal),
    completionCommand(terminal),
    explainCommand(terminal),
    initCommand(terminal),
    lintCommand(terminal, (ended) => (code = ended)),
    rulesCommand(terminal),
  ];
  const program = new Command('cdk8s-argo')
    .description('Checks manifests for Argo Rollouts and Argo CD, and helps with those that cdk8s-argo makes.')
    .version(ownVersion(), '-V, --version', 'show the version')
    .helpCommand('help [command]', 'say more about a command')
    .addHelpText('after', EXAMPLES);
  for (const command of commands) program.addCommand(command);
  for (const command of [program, ...program.commands]) {
    command.exitOverride().showHelpAfterError('(--help says more)');
    command.configureOutput({
      writeOut: terminal.out,
      writeErr: terminal.err,
      outputError: (text, write) => write(text.replace(/^error: /, `${terminal.errColors.red('error')}: `)),
    });
  }
  try {
    program.parse(args, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? ExitCode.done : ExitCode.refused;
    terminal.err(`${terminal.errColors.red('error')}: ${lined(reasonOf(error), 0)}\n`);
    return ExitCode.refused;
  }
}
