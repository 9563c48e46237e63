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
    const manifests = Manifests.fromYaml('apiVersion: v1\nkind: Any\nvalues: [on, 2026-01-02, 0o17, 010, 12:30, "on", ~]\n');
    expect(manifests.only('Any').values).toEqual([true, '2026-01-02', 15, 8, '12:30', 'on', null]);
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
    ['what is no YAML', 'a: b\n  c: d\n', 'line 2, character 4 of the YAML: it is no YAML: bad indentation of a mapping entry'],
    ['a key that is there twice', `${SERVICE}---\n# again\na: 1\na: 2`, 'line 8, character 1 of the YAML (document 2 of 2): a key stands here for the second time'],
    ['a template', SERVICE.replace('web', '{{ .Release.Name }}'), 'line 3, character 1 of the YAML: it is a template, and no YAML before it is rendered. read what comes out of helm template'],
    ['aliases that stand for billions', bomb(), 'its aliases stand for over 400000 values, more than Argo CD reads'],
    ['a document that is no object', `${SERVICE}---\n- a\n`, 'line 6 of the YAML (document 2 of 2): the document is no Kubernetes object. it needs an apiVersion, a kind and metadata'],
    ['metadata that are none', 'apiVersion: v1\nkind: Service\nmetadata: web', 'line 1 of the YAML: the document is no Kubernetes object'],
  ])('are not: %s', (_, yaml, message) => {
    expect(() => Manifests.fromYaml(yaml)).toThrow(message);
  });

  test('are not read from a file that is no JSON, whatever YAML would make of it', () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'manifests-'));
    const file = path.join(folder, 'web.json');
    try {
      fs.writeFileSync(file, SERVICE);
      expect(() => Manifests.fromYamlFile(file)).toThrow(`line 1, character 1 of ${file}: it is no JSON: `);
    } finally {
      fs.rmSync(folder, { recursive: true, force: true });
    }
  });
});

function bomb(): string {
  const list = (alias: string): string => `[${Array.from({ length: 10 }, () => `*${alias}`).join(', ')}]`;
  return `a: &a [x, x, x, x]\nb: &b ${list('a')}\nc: &c ${list('b')}\nd: &d ${list('c')}\ne: &e ${list('d')}\nf: &f ${list('e')}\ng: ${list('f')}\n`;
}
