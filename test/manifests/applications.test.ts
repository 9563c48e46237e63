import { isApplication, isApplicationOrSet, isApplicationSet } from '../../src/manifests/applications';

test.each([
  ['argoproj.io/v1alpha1', 'Application', true, false],
  ['argoproj.io/v1alpha1', 'ApplicationSet', false, true],
  ['argoproj.io/v1alpha1', 'AppProject', false, false],
  // Of the applications of SIG Apps, which Argo CD does not read.
  ['app.k8s.io/v1beta1', 'Application', false, false],
  ['v1', 'Application', false, false],
])('%s %s', (apiVersion, kind, application, set) => {
  const object = { apiVersion, kind };
  expect([isApplication(object), isApplicationSet(object), isApplicationOrSet(object)]).toEqual([application, set, application || set]);
});
