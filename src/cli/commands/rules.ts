import { Command, Option } from 'commander';
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
    .addOption(new Option('--format <format>', 'json has all that is said about each').choices(['text', 'json']).default('text'))
    .option('--json', 'the same as --format json')
    .addHelpText('after', EXAMPLES)
    .action((options: { readonly category?: string; readonly format: 'text' | 'json'; readonly json?: boolean }) => {
      const { runRules } = require('./rules-run') as typeof running;
      runRules({ category: options.category, json: options.json === true || options.format === 'json' }, terminal);
    });
}
