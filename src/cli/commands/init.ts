import { basename, relative, resolve, sep } from 'node:path';
import { Command } from 'commander';
import { InputError } from '../../manifests/input-error';
import { EXAMPLE_REPOSITORY, writeProject } from '../../starter/write-project';
import type { Terminal } from '../terminal';

interface Options {
  readonly repository?: string;
}

const EXAMPLES = `
Examples:
    $ npx cdk8s-argo init deployments
    $ npx cdk8s-argo init deployments --repository https://git.example.com/shop/deployments.git
  In a repository that was just cloned and has no files yet:
    $ npx cdk8s-argo init

What it makes needs nothing but Node 20, and explains itself in its README.md.

Exit codes: 0 when the files are there; 2 when nothing was written because the folder is not empty or something else is wrong.
`;

/** Makes a repository that deploys something. */
export function initCommand(terminal: Terminal): Command {
  return new Command('init')
    .description('Makes a repository that synthesizes, tests and lints, with a canary in two environments and its pipelines.')
    .argument('[folder]', 'an empty folder, or one that does not exist yet', '.')
    .option('-r, --repository <url>', 'where the repository will be, as Argo CD clones it', undefined)
    .addHelpText('after', EXAMPLES)
    .action((folder: string, options: Options) => init(folder, options, terminal));
}

function init(folder: string, { repository }: Options, { out, colors }: Terminal): void {
  const full = resolve(folder);
  if (repository !== undefined && !/^(https?:\/\/|ssh:\/\/|[\w.-]+@[\w.-]+:)[\w.~:/@%+-]+$/.test(repository)) {
    throw new InputError(`${JSON.stringify(repository)} is no address that Argo CD clones from. write it as ${EXAMPLE_REPOSITORY} or git@git.example.com:shop/deployments.git`);
  }
  const files = writeProject(full, folder, { name: packageName(basename(full)), repository: repository ?? EXAMPLE_REPOSITORY });
  const place = relative(process.cwd(), full);
  const steps = [
    ...(place === '' ? [] : [`cd ${place.split(sep).join('/')}`]),
    'npm install',
    'npm run synth            # writes the YAML to dist/',
    'npm test',
    'git init -b main && git add --all && git commit -m "what runs"',
  ];
  out(`${colors.green('made')} ${files.length} files in ${folder}. what each is for stands in README.md\n\n`);
  out(`next:\n${steps.map((step) => `  ${colors.bold(step)}\n`).join('')}`);
  if (repository === undefined) out(`\nbefore the first commit, write the address of your repository into deployments.ts: it is ${EXAMPLE_REPOSITORY} now\n`);
}

/** A name that npm takes. */
function packageName(folder: string): string {
  const name = folder.toLowerCase().replace(/[^a-z0-9._-]+/g, '-').replace(/^[^a-z0-9]+|[^a-z0-9]+$/g, '');
  return name === '' ? 'deployments' : name;
}
