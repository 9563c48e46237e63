/** What a synth does with what it made: `write` it, or `check` that the output folder holds it already. */
export type SynthMode = 'write' | 'check';

/**
 * What the one who started the program wants: `npm run synth -- --check`. The `cdk8s` command hands no arguments on, so a variable of
 * the environment says the same. Neither has a say in what is made.
 */
export function wantedMode(): SynthMode {
  const asked = process.argv.slice(2).includes('--check') || ['1', 'true'].includes(process.env.CDK8S_ARGO_CHECK ?? '');
  return asked ? 'check' : 'write';
}
