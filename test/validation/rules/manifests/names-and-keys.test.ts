import { dump } from 'js-yaml';
import { annotationSyntax } from '../../../../src/validation/rules/manifests/annotation-syntax';
import { labelSyntax } from '../../../../src/validation/rules/manifests/label-syntax';
import { nameSyntax } from '../../../../src/validation/rules/manifests/name-syntax';
import { DEFAULT_TARGETS } from '../../../../src/validation/targets';
import { configMap, findingsOf } from '../findings-of';

describe('name-syntax', () => {
  const named = (apiVersion: string, kind: string, name: string) => findingsOf(nameSyntax, dump({ apiVersion, kind, metadata: { name } }));

  test.each([
    ['v1', 'ConfigMap', 'kube-root-ca.crt'],
    ['v1', 'ConfigMap', 'a'.repeat(253)],
    ['v1', 'Service', '3scale'],
    ['v1', 'Namespace', 'a'.repeat(63)],
    ['batch/v1', 'CronJob', 'a'.repeat(52)],
    ['rbac.authorization.k8s.io/v1', 'ClusterRole', 'system:aggregate-to-view'],
    ['apiextensions.k8s.io/v1', 'CustomResourceDefinition', 'rollouts.argoproj.io'],
    ['argoproj.io/v1alpha1', 'Rollout', '3scale.web'],
  ])('%s %s may be called %s', (apiVersion, kind, name) => {
    expect(named(apiVersion, kind, name)).toEqual([]);
  });

  test.each([
    ['v1', 'ConfigMap', 'Web', 'rename it, for example to web'],
    ['v1', 'ConfigMap', 'webSettings', 'rename it, for example to web-settings'],
    ['v1', 'ConfigMap', 'web..settings', 'rename it'],
    ['v1', 'ConfigMap', '-web', 'rename it, for example to web'],
    ['v1', 'ConfigMap', 'a'.repeat(254), 'shorten it'],
    ['v1', 'Service', 'web.v2', 'rename it, for example to web-v2'],
    ['v1', 'Namespace', 'a'.repeat(64), 'shorten it'],
    ['batch/v1', 'Job', 'a'.repeat(64), 'shorten it'],
    ['batch/v1', 'CronJob', 'a'.repeat(53), 'shorten it'],
    ['rbac.authorization.k8s.io/v1', 'Role', 'a/b', 'rename it, for example to a-b'],
  ])('%s %s may not be called %s', (apiVersion, kind, name, fix) => {
    expect(named(apiVersion, kind, name)).toEqual([expect.objectContaining({ pointer: '/metadata/name', fix })]);
  });

  test('a Service could not begin with a digit before Kubernetes 1.36', () => {
    const yaml = dump({ apiVersion: 'v1', kind: 'Service', metadata: { name: '3scale' } });
    expect(findingsOf(nameSyntax, yaml, { targets: { ...DEFAULT_TARGETS, kubernetes: '1.27' } })).toHaveLength(1);
  });

  test('a generated name may end in a dash', () => {
    const generated = (generateName: string) => dump({ apiVersion: 'batch/v1', kind: 'Job', metadata: { generateName } });
    expect(findingsOf(nameSyntax, generated('migrate-'))).toEqual([]);
    expect(findingsOf(nameSyntax, generated('Migrate-'))).toEqual([expect.objectContaining({ pointer: '/metadata/generateName' })]);
  });

  test('a missing name is left to the schema', () => {
    expect(findingsOf(nameSyntax, dump({ apiVersion: 'v1', kind: 'ConfigMap', metadata: {} }))).toEqual([]);
  });
});

describe('label-syntax', () => {
  const labelled = (labels: Record<string, string>) => findingsOf(labelSyntax, configMap({ labels })).map((finding) => finding.pointer);

  test.each<Record<string, string>>([
    { app: 'web' }, { 'app.kubernetes.io/name': 'web' }, { app: '' }, { App_1: 'V1.2_3-x' }, { app: 'a'.repeat(63) },
  ])('%j is right', (labels) => {
    expect(labelled(labels)).toEqual([]);
  });

  test.each([
    [{ app: 'a'.repeat(64) }, '/metadata/labels/app'],
    [{ app: '-web' }, '/metadata/labels/app'],
    [{ app: 'a,b' }, '/metadata/labels/app'],
    [{ 'a/b/c': 'web' }, '/metadata/labels/a~1b~1c'],
    [{ 'Example.com/app': 'web' }, '/metadata/labels/Example.com~1app'],
    [{ '/app': 'web' }, '/metadata/labels/~1app'],
    [{ '': 'web' }, '/metadata/labels/'],
  ])('%j is wrong', (labels, pointer) => {
    expect(labelled(labels)).toEqual([pointer]);
  });
});

describe('annotation-syntax', () => {
  const annotated = (annotations: Record<string, string>) => findingsOf(annotationSyntax, configMap({ annotations }));

  test('values are free, and the prefix may have capitals', () => {
    expect(annotated({ 'Example.com/docs': 'any text, with: everything\n' })).toEqual([]);
  });

  test.each(['a/b/c', 'with space', ''])('%j is no key', (key) => {
    expect(annotated({ [key]: 'x' })).toHaveLength(1);
  });

  test('all of them together fit into 256 KiB', () => {
    expect(annotated({ a: 'x'.repeat(256 * 1024 - 1) })).toEqual([]);
    expect(annotated({ a: 'x'.repeat(128 * 1024), b: 'ü'.repeat(64 * 1024) })).toEqual([
      expect.objectContaining({ pointer: '/metadata/annotations', received: '262146 bytes' }),
    ]);
  });
});
