import * as fc from 'fast-check';
import { idOf, type ObjectId } from '../../src/manifests/manifest';
import { fileOfObject } from '../../src/output/object-file';
import { complaintAbout, fold } from '../../src/output/portable-path';

const SHOP = { id: 'shop', namespace: 'shop' };

function nameOf(apiVersion: string, kind: string, name: string, namespace?: string): string {
  return fileOfObject(SHOP, idOf({ apiVersion, kind, metadata: { name, namespace } }, SHOP.namespace));
}

describe('the file of one object', () => {
  test.each([
    ['v1', 'Service', 'web', undefined, 'shop/service_web.k8s.yaml'],
    ['v1', 'Service', 'web', 'shop', 'shop/service_web.k8s.yaml'],
    ['v1', 'Service', 'web', 'edge', 'shop/service_web_edge.k8s.yaml'],
    ['argoproj.io/v1alpha1', 'AnalysisTemplate', 'web', undefined, 'shop/analysis-template.argoproj.io_web.k8s.yaml'],
    ['networking.k8s.io/v1', 'Ingress', 'web', undefined, 'shop/ingress.networking.k8s.io_web.k8s.yaml'],
    ['extensions/v1beta1', 'Ingress', 'web', undefined, 'shop/ingress.extensions_web.k8s.yaml'],
    ['gateway.networking.k8s.io/v1', 'HTTPRoute', 'web', undefined, 'shop/http--route.gateway.networking.k8s.io_web.k8s.yaml'],
    ['gateway.networking.k8s.io/v1', 'HttpRoute', 'web', undefined, 'shop/http-route.gateway.networking.k8s.io_web.k8s.yaml'],
    ['rbac.authorization.k8s.io/v1', 'ClusterRole', 'system:Web', undefined, 'shop/cluster-role.rbac.authorization.k8s.io_system%3a%57eb.k8s.yaml'],
    ['example.com/v1', 'Con', 'web', undefined, 'shop/%63on.example.com_web.k8s.yaml'],
    ['v1', 'ConfigMap', '', undefined, 'shop/config-map_.k8s.yaml'],
  ])('%s %s %s of namespace %s is %s', (apiVersion, kind, name, namespace, file) => {
    expect(nameOf(apiVersion, kind, name, namespace)).toBe(file);
  });

  test('a name made by the cluster begins with what is known of it', () => {
    const job = { apiVersion: 'batch/v1', kind: 'Job', metadata: { generateName: 'migrate-' } };
    expect(fileOfObject(SHOP, idOf(job))).toBe('shop/job.batch_migrate-.k8s.yaml');
  });

  test('long names are cut and stay apart', () => {
    const [one, other] = ['1', '2'].map((last) => nameOf('v1', 'ConfigMap', `${'x'.repeat(252)}${last}`));
    expect(one).toMatch(/^shop\/config-map_x{130,}~[0-9a-f]{32}\.k8s\.yaml$/);
    expect(one).not.toBe(other);
    expect(complaintAbout(one!)).toBeUndefined();
  });

  test('refuses a unit that cannot be a folder', () => {
    expect(() => fileOfObject({ id: '../shop', namespace: '' }, idOf({ apiVersion: 'v1', kind: 'Service', metadata: { name: 'web' } }))).toThrow('leads elsewhere');
  });

  // Letters that are hard on file systems and on the parts of a name, and those that Kubernetes has.
  const hard = fc.string({ unit: fc.constantFrom(...'aAbBxX0.-_~%:uU/\\é\u0301 +'), maxLength: 6 });
  const texts = fc.oneof(hard, fc.string({ unit: 'binary', maxLength: 6 }), fc.constantFrom('con', 'a'.repeat(250), `${'a'.repeat(250)}b`));
  const kinds = fc.oneof(fc.constantFrom('HTTPRoute', 'HttpRoute', 'Httproute', 'FooHTTP', 'FooHttp', 'X509Cert', 'A', 'AB', 'Ab'), texts);
  const ids = fc.record({ group: texts, kind: kinds, namespace: texts, name: texts });

  test('two identities have two files, on every file system', () => {
    fc.assert(fc.property(ids, ids, (one, other) => {
      fc.pre(keyOf(one) !== keyOf(other));
      expect(fold(fileOfObject(SHOP, one))).not.toBe(fold(fileOfObject(SHOP, other)));
    }), { numRuns: 3000 });
  });

  test('two identities that differ in one part have two files', () => {
    fc.assert(fc.property(ids, fc.constantFrom('group', 'kind', 'namespace', 'name'), fc.oneof(texts, kinds), (one, part, text) => {
      const other = { ...one, [part]: text };
      fc.pre(keyOf(one) !== keyOf(other));
      expect(fold(fileOfObject(SHOP, one))).not.toBe(fold(fileOfObject(SHOP, other)));
    }), { numRuns: 3000 });
  });

  test('every name is one that all file systems take', () => {
    fc.assert(fc.property(ids, (id) => {
      expect(complaintAbout(fileOfObject(SHOP, id))).toBeUndefined();
    }), { numRuns: 2000 });
  });
});

/** An object that names no namespace gets that of its unit, so the two are one. */
function keyOf({ group, kind, namespace, name }: ObjectId): string {
  return JSON.stringify([group, kind, namespace === '' ? SHOP.namespace : namespace, name]);
}
