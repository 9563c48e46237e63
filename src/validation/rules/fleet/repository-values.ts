import { defineRule } from '../../rule';
import { exampleRepository } from './example-registration';
import { registrationOfType, SECRET_KINDS } from './registrations';

const BOOLEANS = ['enableLfs', 'enableOCI', 'forceHttpBasicAuth', 'insecure', 'insecureIgnoreHostKey', 'insecureOCIForceHttp', 'useAzureWorkloadIdentity',
  'webhookManifestCacheWarmDisabled'];

const NUMBERS = ['depth', 'githubAppID', 'githubAppInstallationID'];

/** Finds values of a repository that Argo CD cannot read. */
export const repositoryValues = defineRule({
  id: 'fleet/repository-values',
  severity: 'error',
  kinds: SECRET_KINDS,
  since: '0.1.0',
  implements: ['CD-250'],
  title: 'switches and numbers of a repository are ones that Argo CD reads',
  rationale: 'A switch that is not true or false as Go reads them, or a number that is none, stops Argo CD from reading the Secret: the repository '
    + 'is listed as failed, and Applications cannot use it. A type that is not git, helm or oci is taken for something else.',
  bad: exampleRepository({ enableLfs: 'yes' }),
  good: exampleRepository({ enableLfs: 'true' }),
  check(entry, context) {
    const fields = registrationOfType(entry, 'repository', 'repository-write', 'repo-creds', 'repo-write-creds')?.fields;
    if (!fields) return;
    for (const [key, { text, pointer }] of fields) {
      if (text === undefined) continue;
      if (BOOLEANS.includes(key) && !/^(1|t|T|TRUE|true|True|0|f|F|FALSE|false|False)$/.test(text)) {
        context.report(pointer, `Argo CD cannot read ${key} and so not the Secret`, { received: JSON.stringify(text), expected: 'true or false' });
      } else if (NUMBERS.includes(key) && !isNumber(text)) {
        context.report(pointer, `Argo CD cannot read ${key} and so not the Secret`, { received: JSON.stringify(text), expected: 'a whole number' });
      } else if (key === 'type' && !['', 'git', 'helm', 'oci'].includes(text)) {
        context.report(pointer, `Argo CD knows no repository of type ${JSON.stringify(text)}`, { expected: 'git, helm or oci' });
      }
    }
  },
});

function isNumber(text: string): boolean {
  return /^[+-]?\d+$/.test(text) && BigInt(text.replace('+', '')) === BigInt.asIntN(64, BigInt(text.replace('+', '')));
}
