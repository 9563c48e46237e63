import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { Manifests } from '../../src/testing/manifests';

const SERVICE = 'apiVersion: v1\nkind: Service\nmetadata: { name: web }\nspec: { ports: [{ port: 80 }] }\n';

describe('manifests of YAML', () => {
  test('are those of all documents, and of the lists among them', () => {
    const list = `apiVersion: v1\nkind: List\nitems:\n- ${SERVICE.trimEnd().replaceAll('\n', '\n  ')}\n`;
    const manifests = Manifests.fromYaml(`# comment\n---\n${list}---\n---\n${SERVICE.replace('web', 'api')}`);
    expect(manifests.all.map(({ kind, metadata }) => `${kind}/${metadata.name}`)).toEqual(['Service/web', 'Service/api']);
  });

  test('are read as Argo CD reads them', () => {
    const manifests = Manifests.fromYaml('apiVersion: v1\nkind: Any\nvalues: [on, 2026-01-02, 0o17, 12:30, "on", ~]\n');
    expect(manifests.only('Any').values).toEqual([true, '2026-01-02', '0o17', '12:30', 'on', null]);
  });

  test('are in the namespace that is said, unless they say another', () => {
    const manifests = Manifests.fromYaml(SERVICE, { namespace: 'shop' });
    manifests.hasResource({ kind: 'Service', namespace: 'shop' });
    expect(() => manifests.find('Service', 'api')).toThrow('there is no Service/api. there is: Service/shop/web');
  });

  test('are given also when they are wrong: they are there', () => {
    const manifests = Manifests.fromYaml(SERVICE.replace('port: 80', 'port: eighty'));
    manifests.hasResource('Service', { metadata: { name: 'web' } });
    manifests.hasFinding({ rule: 'schema/type', object: 'Service/web' });
  });

  test('may name objects that are elsewhere, unless they are complete', () => {
    const autoscaler = `
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: web }
spec:
  scaleTargetRef: { apiVersion: argoproj.io/v1alpha1, kind: Rollout, name: web }
  maxReplicas: 4
`;
    Manifests.fromYaml(autoscaler).isValid();
    expect(() => Manifests.fromYaml(autoscaler, { complete: true }).isValid()).toThrow(/HorizontalPodAutoscaler\/web\n[^]* at line 2 of the YAML/);
  });

  test('may be in a file, which findings name', () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'manifests-'));
    const file = path.join(folder, 'web.yaml');
    try {
      fs.writeFileSync(file, `${SERVICE}---\n${SERVICE}`);
      expect(() => Manifests.fromYamlFile(file).isValid()).toThrow(`${file}:6`);
    } finally {
      fs.rmSync(folder, { recursive: true, force: true });
    }
  });

  test('have a plan', () => {
    expect(Manifests.fromYaml(SERVICE).syncPlan().toString()).toContain('Service/web');
  });

  test.each([
    ['what is no YAML', 'a: {', 'the YAML cannot be read: ', 'at line 1'],
    ['a key that is there twice', 'a: 1\na: 2', 'Map keys must be unique', 'at line 2'],
    ['a document that is no object', `${SERVICE}---\n- a\n`, 'the document at line 6 is no Kubernetes object: it needs an apiVersion, a kind and metadata', ''],
    ['metadata that are none', 'apiVersion: v1\nkind: Service\nmetadata: web', 'the document at line 1 is no Kubernetes object', ''],
  ])('are not: %s', (_, yaml, message, place) => {
    expect(() => Manifests.fromYaml(yaml)).toThrow(message);
    expect(() => Manifests.fromYaml(yaml)).toThrow(place);
  });
});
