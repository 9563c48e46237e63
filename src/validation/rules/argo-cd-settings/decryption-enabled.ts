import type { ManifestSet } from '../../../manifests/manifest-set';
import { pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { ofArgoCd } from '../scopes';
import { ARGO_CD_CONFIG, exampleConfig, settingsIn } from './config-maps';

const OPTIONS = '--enable-alpha-plugins --enable-exec';

/** Finds an Argo CD that is not allowed to decrypt what is delivered to it. */
export const decryptionEnabled = defineRule({
  id: 'argo-cd-settings/decryption-enabled',
  severity: 'warning',
  kinds: ['ConfigMap'],
  scope: ofArgoCd,
  since: '0.1.0',
  implements: [],
  title: 'the plugin that decrypts files of SOPS may be run by Kustomize',
  rationale:
    'KSOPS is a program that Kustomize starts, which it does only when its options say so. Without them the folder cannot be rendered: the '
    + 'Application shows a ComparisonError, and nothing of it is synced. The repo server needs the program and the key as well.',
  exampleFiles: {
    'kustomization.yaml': 'generators:\n  - sops-generator.yaml\n',
    'sops-generator.yaml': 'apiVersion: viaduct.ai/v1\nkind: ksops\nmetadata:\n  name: sops\nfiles:\n  - secrets.yaml\n',
  },
  bad: exampleConfig('kustomize.buildOptions: --enable-helm'),
  good: exampleConfig(`kustomize.buildOptions: --enable-helm ${OPTIONS}`),
  check(entry, context) {
    const settings = settingsIn(entry, ARGO_CD_CONFIG);
    if (settings.length === 0) return;
    const folder = encryptedFolder(context.manifests);
    if (folder === undefined) return;
    // With several Argo CDs nobody says which of them renders the folder.
    if (context.manifests.entries.some((other) => other !== entry && settingsIn(other, ARGO_CD_CONFIG).length > 0)) return;
    const options = settings.filter(({ key }) => key === 'kustomize.buildOptions' || key.startsWith('kustomize.buildOptions.'));
    if (options.some(({ value }) => OPTIONS.split(' ').every((option) => isOn(value, option)))) return;
    const own = options.find(({ key }) => key === 'kustomize.buildOptions');
    context.report(own?.pointer ?? pointer('/data', 'kustomize.buildOptions'), `Kustomize may not run KSOPS, which the folder ${folder} needs`, {
      received: own ? own.value : 'no such key',
      expected: OPTIONS,
      fix: 'add these options',
    });
  },
});

/** The folder of a unit with files that KSOPS decrypts. */
function encryptedFolder({ files }: ManifestSet): string | undefined {
  return files.find(({ content }) => /^kind: *["']?ksops["']?$/m.test(content))?.unit.id;
}

// An older spelling has underscores, and a value may be said.
function isOn(options: string, option: string): boolean {
  return options.split(/\s+/).some((one) => {
    const [name, value = 'true'] = one.split('=');
    return name!.replaceAll('_', '-') === option && value === 'true';
  });
}
