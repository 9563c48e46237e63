import { Command } from 'commander';
import type { Terminal } from '../terminal';
import type * as running from './explain-run';

const EXAMPLES = `
Examples:
    $ npx cdk8s-argo explain analysis/args-supplied
    $ npx cdk8s-argo explain args-supplied
`;

/** Says what a rule is about. */
export function explainCommand(terminal: Terminal): Command {
  return new Command('explain')
    .description('Says what a rule finds, why it matters, and how it is right.')
    .argument('<rule>', 'the id of a rule, as findings show it')
    .addHelpText('after', EXAMPLES)
    .action((id: string) => {
      const { runExplain } = require('./explain-run') as typeof running;
      runExplain(id, terminal);
    });
}
