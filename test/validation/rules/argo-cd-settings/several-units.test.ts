import { ManifestSet } from '../../../../src/manifests/manifest-set';
import { IN_CLUSTER } from '../../../../src/manifests/unit';
import { validate } from '../../../../src/validation/engine';
import { decryptionEnabled } from '../../../../src/validation/rules/argo-cd-settings/decryption-enabled';
import { oneConfigMap } from '../../../../src/validation/rules/argo-cd-settings/one-config-map';
import { DEFAULT_TARGETS } from '../../../../src/validation/targets';

interface Written {
  readonly name: string;
  readonly unit: string;
  readonly cluster?: string;
  readonly namespace?: string;
  readonly data?: Readonly<Record<string, string>>;
}

function setOf(...maps: readonly Written[]): ManifestSet {
  const manifests = new ManifestSet();
  for (const { name, unit, cluster = IN_CLUSTER, namespace = 'argocd', data = {} } of maps) {
    const metadata = { name, namespace, labels: { 'app.kubernetes.io/part-of': 'argocd' } };
    manifests.add({ id: unit, namespace: 'argocd', destination: { cluster } }, { apiVersion: 'v1', kind: 'ConfigMap', metadata, data });
  }
  return manifests;
}

function found(rule: string, manifests: ManifestSet): readonly string[] {
  const { findings } = validate(manifests, { targets: DEFAULT_TARGETS });
  return findings.filter((finding) => finding.rule === rule).map(({ message }) => message);
}

describe('two ConfigMaps of one Argo CD', () => {
  test.each(['argocd-cm', 'argocd-cmd-params-cm', 'argocd-notifications-cm', 'argocd-rbac-cm'])('%s', (name) => {
    expect(found(oneConfigMap.id, setOf({ name, unit: 'base' }, { name, unit: 'sign-on' }))).toEqual([
      `ConfigMap/argocd/${name} is made by the unit "base" too, and each sync of one takes out the keys of the other`,
    ]);
  });

  test.each<[string, Written]>([
    ['another name', { name: 'argocd-tls-certs-cm', unit: 'sign-on' }],
    ['another namespace', { name: 'argocd-cm', unit: 'sign-on', namespace: 'argocd-edge' }],
    ['another cluster', { name: 'argocd-cm', unit: 'sign-on', cluster: 'https://eu.example.com' }],
    ['a cluster that nobody has said', { name: 'argocd-cm', unit: 'sign-on', cluster: '' }],
  ])('%s is none', (_what, other) => {
    expect(found(oneConfigMap.id, setOf({ name: 'argocd-cm', unit: 'base' }, other))).toEqual([]);
  });
});

describe('decryption by Kustomize', () => {
  const generator = 'apiVersion: viaduct.ai/v1\nkind: ksops\nmetadata:\n  name: sops\n';
  const config = (data: Written['data']): Written => ({ name: 'argocd-cm', unit: 'settings', data });

  function withGenerator(manifests: ManifestSet): ManifestSet {
    const unit = { id: 'web', namespace: 'web', destination: { cluster: '' } };
    manifests.addFile({ unit, path: 'sops-generator.yaml', content: generator, provenance: {} });
    return manifests;
  }

  test.each<[string, Readonly<Record<string, string>>, number]>([
    ['nothing is said', { 'admin.enabled': 'false' }, 1],
    ['one of the options is missing', { 'kustomize.buildOptions': '--enable-exec' }, 1],
    ['both are there', { 'kustomize.buildOptions': '--enable-helm --enable-exec --enable-alpha-plugins' }, 0],
    ['both are there in their older spelling', { 'kustomize.buildOptions': '--enable_alpha_plugins=true --enable-exec=true' }, 0],
    ['one is switched off', { 'kustomize.buildOptions': '--enable-alpha-plugins --enable-exec=false' }, 1],
    ['a version of its own has them', { 'kustomize.buildOptions.v5.6.0': '--enable-alpha-plugins --enable-exec' }, 0],
  ])('where %s', (_what, data, count) => {
    expect(found(decryptionEnabled.id, withGenerator(setOf(config(data))))).toHaveLength(count);
  });

  test('nothing is said without encrypted files, and where several Argo CDs are configured', () => {
    expect(found(decryptionEnabled.id, setOf(config({ 'admin.enabled': 'false' })))).toEqual([]);
    const edge = { name: 'argocd-cm', unit: 'edge', namespace: 'edge', data: { 'admin.enabled': 'true' } };
    const several = setOf(config({ 'admin.enabled': 'false' }), edge);
    expect(found(decryptionEnabled.id, withGenerator(several))).toEqual([]);
  });
});
