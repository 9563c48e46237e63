import { dump } from 'js-yaml';
import { finalizerKnown } from '../../../../src/validation/rules/apps/finalizer-known';
import { ignoredPathCompiles } from '../../../../src/validation/rules/apps/ignored-path-compiles';
import { application, applicationSet, findingsOf } from '../findings-of';

const CASCADE = 'resources-finalizer.argocd.argoproj.io';

function project(finalizer: string): string {
  return dump({ apiVersion: 'argoproj.io/v1alpha1', kind: 'AppProject', metadata: { name: 'shop', namespace: 'argocd', finalizers: [finalizer] }, spec: {} });
}

function applicationWith(finalizer: string): string {
  return application({}).replace('metadata:\n', `metadata:\n  finalizers: [${JSON.stringify(finalizer)}]\n`);
}

test.each(['resource-finalizer.argocd.argoproj.io', 'resources-finaliser.argocd.argoproj.io', `${CASCADE}/Background`, `${CASCADE}/orphan`])('%s is nobody\'s', (finalizer) => {
  expect(findingsOf(finalizerKnown, applicationWith(finalizer))).toEqual([expect.objectContaining({ pointer: '/metadata/finalizers/0', received: finalizer })]);
});

test.each([CASCADE, `${CASCADE}/background`, 'post-delete-finalizer.argocd.argoproj.io', 'foregroundDeletion', 'example.com/cleanup'])('%s is left alone', (finalizer) => {
  expect(findingsOf(finalizerKnown, applicationWith(finalizer))).toEqual([]);
});

test('a project has no background deletion', () => {
  expect(findingsOf(finalizerKnown, project(CASCADE))).toEqual([]);
  expect(findingsOf(finalizerKnown, project(`${CASCADE}/background`))).toHaveLength(1);
});

test('jq paths of a set for its Applications are compiled too', () => {
  const set = applicationSet(application({}), { ignoreApplicationDifferences: [{ jqPathExpressions: ['.spec['] }] });
  expect(findingsOf(ignoredPathCompiles, set)).toEqual([expect.objectContaining({
    pointer: '/spec/ignoreApplicationDifferences/0/jqPathExpressions/0', message: expect.stringContaining('so the ApplicationSet cannot change its Applications'),
  })]);
});
