import { Command } from 'commander';
import type { Terminal } from '../terminal';
import type * as running from './rules-run';

const EXAMPLES = `
Examples:
    $ npx cdk8s-argo rules --category analysis
    $ npx cdk8s-argo rules --json
`;

/** Lists the rules. */
export function rulesCommand(terminal: Terminal): Command {
  return new Command('rules')
    .description('Lists what is checked.')
    .option('-c, --category <name>', 'only rules of this category, such as analysis')
    .option('--json', 'as JSON, with all that is said about each')
    .addHelpText('after', EXAMPLES)
    .action((options: { readonly category?: string; readonly json?: boolean }) => {
      const { runRules } = require('./rules-run') as typeof running;
      runRules(options, terminal);
    });
}
