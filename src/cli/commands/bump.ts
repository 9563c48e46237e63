import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { Command } from 'commander';
import { type Bump, type BumpedImage, type BumpedLock, bumpedLock, type BumpOptions } from '../../images/bump';
import { DEFAULT_LOCK_FILE } from '../../images/find-image';
import { InputError } from '../../manifests/input-error';
import { readPlain, replaceFile } from '../../output/disk';
import { WriteLock } from '../../output/write-lock';
import type { Terminal } from '../terminal';

interface Options extends BumpOptions {
  readonly file: string;
}

const EXAMPLES = `
Examples:
  A new version of one image:
    $ npx cdk8s-argo bump web=v2.2.0
  Of two images, for one environment:
    $ npx cdk8s-argo bump web=v2.2.0 api=v1.9.3 --environment production
  Exactly what was built, whoever moves the tag:
    $ npx cdk8s-argo bump web=v2.2.0@sha256:<64 digits>
  An image that the file does not have yet:
    $ npx cdk8s-argo bump --add web=registry.example.com/shop/web:v2.2.0

In a pipeline, the commit of this one line is the deployment, and its revert the way back:
    $ npx cdk8s-argo bump web=$VERSION && npm run synth && git commit --all --message "web $VERSION"

Exit codes: 0 when the file has these images now, changed or not; 2 when nothing was changed because something is wrong.
`;

/** Changes the version of an image in a lock file. */
export function bumpCommand(terminal: Terminal): Command {
  return new Command('bump')
    .description('Changes which version of an image runs: one line of a lock file.')
    .argument('<image=version...>', 'the name of an image in the file, and its new tag or digest or both')
    .option('-f, --file <file>', 'the lock file', DEFAULT_LOCK_FILE)
    .option('-e, --environment <name>', 'change the images of this environment', oneEnvironment)
    .option('--add', 'add images that the file does not have')
    .option('--allow-latest', 'allow the tag latest, which may be another image tomorrow')
    .addHelpText('after', EXAMPLES)
    .action((bumps: readonly string[], options: Options) => bump(bumps.map(parseBump), options, terminal));
}

function bump(bumps: readonly Bump[], options: Options, terminal: Terminal): void {
  const { images } = bumped(bumps, options, terminal);
  for (const image of images) terminal.out(`${outcomeOf(image, options, terminal)}\n`);
  for (const { name } of images.filter(({ unpinned }) => unpinned)) {
    terminal.err(`${terminal.errColors.yellow('note')}: ${name} was held by a digest, and its tag can be moved. give both: ${name}=<tag>@sha256:<digest>\n`);
  }
}

/** Changes the file; one bump of a folder at a time, as each begins with what another one wrote. */
function bumped(bumps: readonly Bump[], options: Options, terminal: Terminal): BumpedLock {
  const first = read(bumps, options);
  if (!first.isChanged) return first;
  const { file } = options;
  const lock = WriteLock.acquire(dirname(file), { onWait: (text) => terminal.err(`${text}\n`) });
  try {
    const next = read(bumps, options);
    lock.keep();
    if (next.isChanged) replaceFile(file, next.text, file);
    return next;
  } finally {
    lock.release();
  }
}

function read(bumps: readonly Bump[], options: Options): BumpedLock & { readonly isChanged: boolean } {
  const { file, add } = options;
  const found = readPlain(file, file)?.toString('utf8');
  if (found === undefined && add !== true) {
    throw new InputError(`there is no ${file}. name the lock file with --file, or make it with --add`);
  }
  if (found === undefined && !existsSync(dirname(file))) throw new InputError(`there is no folder ${dirname(file)} for ${file}. make it, or name another file`);
  const lock = bumpedLock(found ?? '', file, bumps, options);
  return { ...lock, isChanged: lock.text !== found };
}

function outcomeOf({ name, from, to }: BumpedImage, { environment }: Options, { colors }: Terminal): string {
  const shown = colors.bold(environment === undefined ? name : `${name} (${environment})`);
  if (from === to) return `${shown}: ${to} already`;
  return `${shown}: ${from === undefined ? 'added' : `${from} ->`} ${colors.green(to)}`;
}

// Commander would take the last, and the deployment to the first would look done.
function oneEnvironment(environment: string, before: string | undefined): string {
  if (before === undefined) return environment;
  throw new InputError(`--environment is given twice: ${before}, ${environment}. a deployment is for one environment: call bump once for each`);
}

function parseBump(argument: string): Bump {
  const [, name, version] = /^([^=]+)=(.+)$/.exec(argument) ?? [];
  if (name === undefined || version === undefined) {
    throw new InputError(`${JSON.stringify(argument)} does not say which image is to have which version. write name=version, such as web=v2.2.0`);
  }
  return { name, version };
}
