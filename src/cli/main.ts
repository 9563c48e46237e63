import { Command, CommanderError } from 'commander';
import { InputError } from '../manifests/input-error';
import { OutputError } from '../output/output-error';
import { bumpCommand } from './commands/bump';
import { processTerminal, type Terminal } from './terminal';

/** How a command ended: nothing is wrong, or it was not carried out. */
export const ExitCode = { done: 0, refused: 2 } as const;

/** Carries out a command line; gives its exit code. `args` are without the program: `['bump', 'web=v2.1.0']`. */
export function run(args: readonly string[], terminal: Terminal = processTerminal()): number {
  const program = new Command('cdk8s-argo')
    .description('Helps with manifests that cdk8s-argo makes.')
    .helpCommand(false);
  for (const command of [bumpCommand(terminal)]) program.addCommand(command);
  for (const command of [program, ...program.commands]) {
    command.exitOverride().showHelpAfterError('(--help says more)');
    command.configureOutput({
      writeOut: terminal.out,
      writeErr: terminal.err,
      outputError: (text, write) => write(text.replace(/^error: /, `${terminal.colors.red('error')}: `)),
    });
  }
  try {
    program.parse(args, { from: 'user' });
    return ExitCode.done;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? ExitCode.done : ExitCode.refused;
    if (!(error instanceof InputError || error instanceof OutputError)) throw error;
    terminal.err(`${terminal.colors.red('error')}: ${error instanceof InputError ? error.reason : error.message}\n`);
    return ExitCode.refused;
  }
}
