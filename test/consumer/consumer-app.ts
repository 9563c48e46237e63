import { execFileSync, spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { ROOT } from './package-tarball';

/** How a program ended. */
export interface Ended {
  readonly status: number | null;
  /** What it printed to either stream. */
  readonly output: string;
}

// What the project template of cdk8s has in its package.json, and what our users then have because our package asks for it.
const INSTALLED = ['cdk8s', 'cdk8s-cli', 'cdk8s-plus-27', 'constructs', 'ts-node', 'tsx', 'typescript', '@types/node'];

// What `cdk8s init typescript-app` writes.
const CLASSIC = {
  alwaysStrict: true, declaration: true, experimentalDecorators: true, inlineSourceMap: true, inlineSources: true, lib: ['es2016'],
  module: 'CommonJS', noEmitOnError: true, noFallthroughCasesInSwitch: true, noImplicitAny: true, noImplicitReturns: true,
  noImplicitThis: true, noUnusedLocals: true, noUnusedParameters: true, resolveJsonModule: true, strict: true, strictNullChecks: true,
  strictPropertyInitialization: true, stripInternal: true, target: 'ES2017',
};

const NODE16 = { strict: true, module: 'Node16', moduleResolution: 'Node16', target: 'ES2022', lib: ['ES2022'] };

/** The project of somebody who uses the package, in a folder outside this one. */
export class ConsumerApp {
  public constructor(private readonly folder: string, tarball: string) {
    const modules = path.join(folder, 'node_modules');
    const own = path.join(modules, 'cdk8s-argo');
    fs.mkdirSync(own, { recursive: true });
    execFileSync('tar', ['-xzf', tarball, '-C', own, '--strip-components', '1']);
    for (const name of [...INSTALLED, ...dependenciesOf(own)]) this.link(path.join('node_modules', name));
    for (const command of ['cdk8s', 'ts-node', 'tsx', 'tsc']) this.link(path.join('node_modules', '.bin', command));
    this.write('package.json', JSON.stringify({ name: 'consumer', private: true }));
    this.write('tsconfig.json', JSON.stringify({ compilerOptions: CLASSIC, include: ['*.ts'], exclude: ['node_modules'] }));
    this.write('tsconfig.node16.json', JSON.stringify({ compilerOptions: NODE16, include: ['*.ts'], exclude: ['node_modules'] }));
  }

  public write(file: string, text: string): void {
    fs.writeFileSync(path.join(this.folder, file), text);
  }

  /** Runs the real `cdk8s synth`, which runs `main.ts` with the given program. */
  public synth(runner: 'ts-node' | 'tsx'): Ended {
    this.write('cdk8s.yaml', `language: typescript\napp: npx ${runner} main.ts\noutput: .cdk8s\n`);
    return this.run('cdk8s', 'synth');
  }

  /** Checks the types of the project and of everything that it imports: `skipLibCheck` is off. */
  public typeCheck(config: string): Ended {
    return this.run('tsc', '--noEmit', '-p', config);
  }

  /** Runs a command of the project. */
  public run(command: string, ...args: readonly string[]): Ended {
    const { status, stdout, stderr } = spawnSync(path.join(this.folder, 'node_modules', '.bin', command), args, {
      cwd: this.folder,
      encoding: 'utf8',
      // Neither cdk8s nor npx asks the network for anything.
      env: { ...process.env, CDK8S_CHECK_UPGRADE: 'false', npm_config_offline: 'true' },
    });
    return { status, output: stdout + stderr };
  }

  /** Every file below a folder of the project, hidden ones too, with its text. */
  public filesIn(folder: string): Record<string, string> {
    const top = path.join(this.folder, folder);
    return Object.fromEntries(fs.readdirSync(top, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
      .map((file) => [path.relative(top, file), fs.readFileSync(file, 'utf8')]));
  }

  private link(place: string): void {
    const link = path.join(this.folder, place);
    fs.mkdirSync(path.dirname(link), { recursive: true });
    fs.symlinkSync(fs.realpathSync(path.join(ROOT, place)), link);
  }
}

function dependenciesOf(packageFolder: string): string[] {
  const manifest = JSON.parse(fs.readFileSync(path.join(packageFolder, 'package.json'), 'utf8')) as { readonly dependencies: object };
  return Object.keys(manifest.dependencies);
}
