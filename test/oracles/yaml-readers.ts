import { spawnSync } from 'node:child_process';
import { load } from 'js-yaml';
import { parseDocument } from 'yaml';

/** A YAML reader that knows nothing of our emitter. */
export interface YamlReader {
  readonly name: string;
  /** The JSON of each text; a text that it cannot read gives an `Error`. */
  read(texts: readonly string[]): unknown[];
}

/** js-yaml 4: YAML 1.2 with timestamps. */
export const jsYaml: YamlReader = { name: 'js-yaml', read: (texts) => texts.map((text) => attempt(() => load(text))) };

/** `yaml` with the rules of YAML 1.2 or of 1.1, merge keys included. */
export function yamlPackage(version: '1.1' | '1.2'): YamlReader {
  return {
    name: `yaml (${version})`,
    read: (texts) => texts.map((text) => attempt(() => {
      const parsed = parseDocument(text, { version });
      if (parsed.errors.length + parsed.warnings.length > 0) throw parsed.errors[0] ?? parsed.warnings[0]!;
      return parsed.toJS({ maxAliasCount: 0 });
    })),
  };
}

const PYTHON = `
import datetime, json, sys, yaml
def foreign(value): return {'$python': type(value).__name__}
for line in sys.stdin:
  try: print(json.dumps(yaml.load(json.loads(line), Loader=yaml.CSafeLoader), default=foreign))
  except Exception as e: print(json.dumps({'$error': str(e)}))
`;

/** libyaml with PyYAML's rules (YAML 1.1); undefined where Python lacks them. */
export function libyaml(): YamlReader | undefined {
  const probe = spawnSync('python3', ['-c', 'import yaml; yaml.CSafeLoader'], { encoding: 'utf8' });
  return probe.status === 0 ? program('libyaml', 'python3', ['-c', PYTHON]) : undefined;
}

/** A program that answers a line of JSON (the text) with a line of JSON (its content, or `{"$error": ...}`). */
export function program(name: string, command: string, args: readonly string[]): YamlReader {
  return {
    name,
    read: (texts) => {
      const input = texts.map((text) => `${JSON.stringify(text)}\n`).join('');
      const run = spawnSync(command, args, { input, encoding: 'utf8', maxBuffer: 1 << 30, env: { ...process.env, PYTHONIOENCODING: 'utf-8' } });
      if (run.status !== 0) throw new Error(`${name} stopped with ${run.status ?? run.signal}: ${run.stderr}`);
      return run.stdout.trimEnd().split('\n').map((line) => JSON.parse(line) as unknown);
    },
  };
}

function attempt(read: () => unknown): unknown {
  try {
    return read();
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}
