import { Command, Option } from 'commander';
import type { ExitCode } from '../exit-code';
import type { Terminal } from '../terminal';
import type { LintCommandOptions } from './lint-options';
import type * as running from './lint-run';

const EXAMPLES = `
Examples:
  Everything below this folder:
    $ npx cdk8s-argo lint
  What Helm or Kustomize render, which stands in no file:
    $ helm template web ./chart | npx cdk8s-argo lint -
    $ kustomize build overlays/production | npx cdk8s-argo lint - --complete
  Mend what can be mended safely; comments and formatting stay:
    $ npx cdk8s-argo lint --fix --dry-run apps
    $ npx cdk8s-argo lint --fix apps
  Start on an old repository: only what is new counts from now on:
    $ npx cdk8s-argo lint --write-baseline
    $ npx cdk8s-argo lint --baseline lint-baseline.json
  Look at all, and tell only what is wrong in some files, as before a commit:
    $ npx cdk8s-argo lint --only apps/web.yaml
  In a pull request on GitHub:
    $ npx cdk8s-argo lint --format github --severity warning

Settings for a repository stand in cdk8s-argo.yaml, which is looked for from the working directory upwards. A finding that is right as it
is gets an annotation with the reason: acknowledge.cdk8s-argo/<category>.<rule>: <reason> (until 2027-03-01)

Exit codes: 0 when nothing is found, 1 for findings of the severity or worse, 2 when something cannot be read or is not asked rightly.
`;

/** Judges YAML and JSON that anybody wrote. */
export function lintCommand(terminal: Terminal, end: (code: ExitCode) => void): Command {
  return new Command('lint')
    .description('Checks manifests in files by the rules of a synth, all of them together.')
    .argument('[path...]', 'files and folders, - for what comes in by stdin', ['.'])
    .addOption(new Option('--format <format>', 'how findings are written').choices(['text', 'json', 'sarif', 'github']).default('text'))
    .addOption(new Option('--severity <severity>', 'the exit code is 1 from this severity on (default: "error")').choices(['error', 'warning', 'info']))
    .option('--profile <profile>', 'which rules run: recommended, strict, or a file with extends and rules (default: "recommended")')
    .option('--target <versions>', 'versions to check for, such as kubernetes=1.27,argo-cd=3.5')
    .option('--complete', 'the files are all there is: an object that is missing is an error and not a warning')
    .option('--baseline <file>', 'findings that are known and do not count')
    .option('--write-baseline', 'write the findings into the file of --baseline or of the settings, or lint-baseline.json, and end with 0')
    .option('--only <path...>', 'tell and mend only what is in these of the files')
    .option('--config <file>', 'the settings (default: the next cdk8s-argo.yaml upwards)')
    .option('--no-config', 'look for no settings')
    .option('--fix', 'mend what has one safe way, in YAML with its comments and formatting')
    .option('--dry-run', 'with --fix: show what would change, as a patch, and write nothing')
    .option('--quiet', 'only what counts for the exit code')
    .addHelpText('after', EXAMPLES)
    .action((paths: readonly string[], options: LintCommandOptions) => {
      // Other commands do not wait for the rules.
      const { runLint } = require('./lint-run') as typeof running;
      end(runLint(paths, options, terminal));
    });
}
