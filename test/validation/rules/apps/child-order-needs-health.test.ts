import { dump } from 'js-yaml';
import { APPLICATION_HEALTH } from '../../../../src/app/application-health';
import { APPLICATION_HEALTH_KEY, childOrderNeedsHealth } from '../../../../src/validation/rules/apps/child-order-needs-health';
import { findingsOf } from '../findings-of';

const child = (name: string, wave: number): string => dump({
  apiVersion: 'argoproj.io/v1alpha1', kind: 'Application',
  metadata: { name, namespace: 'argocd', annotations: { 'argocd.argoproj.io/sync-wave': String(wave) } },
  spec: { project: 'default', source: { repoURL: 'https://git.example.com/x.git', path: name }, destination: { name: 'in-cluster' } },
});

function found(script: string): readonly string[] {
  const config = dump({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'argocd-cm', namespace: 'argocd' }, data: { [APPLICATION_HEALTH_KEY]: script } });
  return findingsOf(childOrderNeedsHealth, [child('mesh', 0), child('web', 1), config].join('---\n')).map(({ message }) => message);
}

test.each([
  'return { status = "Healthy" }',
  '-- obj is always fine\nhs = {}\nhs.status = "Healthy" -- like obj\nhs.message = "obj"\nreturn hs',
])('a check that never looks at the Application keeps no order: %j', (script) => {
  expect(found(script)).toEqual([expect.stringContaining('never looks at the Application')]);
});

test.each([
  APPLICATION_HEALTH,
  'hs = { status = "Progressing" }\nif obj.status ~= nil and obj.status.health ~= nil then\n  hs.status = obj.status.health.status\nend\nreturn hs',
])('one that does is right', (script) => {
  expect(found(script)).toEqual([]);
});
