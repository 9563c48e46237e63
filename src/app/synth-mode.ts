import { InputError } from '../manifests/input-error';

/** What a synth does with what it made: `write` it, or `check` that the output folder holds it already. */
export type SynthMode = 'write' | 'check';

const MODES: Readonly<Record<string, SynthMode>> = { '1': 'check', 'true': 'check', '0': 'write', 'false': 'write' };

/**
 * What the one who started the program wants: `npm run synth -- --check`. The `cdk8s` command hands no arguments on, so a variable of
 * the environment says the same. Neither has a say in what is made.
 *
 * @throws InputError when nobody knows what is meant: a pipeline that believes to check must not write
 */
export function wantedMode(): SynthMode {
  const asked = process.argv.slice(2).map((argument) => (argument === '--check' ? '--check=true' : argument)).find((argument) => argument.startsWith('--check='));
  if (asked !== undefined) return modeOf(asked.slice('--check='.length), asked);
  const variable = process.env.CDK8S_ARGO_CHECK;
  return variable === undefined || variable === '' ? 'write' : modeOf(variable, `CDK8S_ARGO_CHECK=${variable}`);
}

function modeOf(value: string, asked: string): SynthMode {
  const mode = MODES[value.toLowerCase()];
  if (!mode) throw new InputError(`${asked} does not say whether to check or to write. write true or 1 to check, false or 0 to write`);
  return mode;
}
