import { EXAMPLE_PERMISSIONS, exampleProject } from '../../../../src/validation/rules/projects/example-project';
import { resourceKinds } from '../../../../src/validation/rules/projects/resource-kinds';
import { findingsOf } from '../findings-of';

const listing = (list: string, group: string, kind: string): string =>
  exampleProject(`${EXAMPLE_PERMISSIONS.trim()}\n${list}:\n  - { group: ${JSON.stringify(group)}, kind: ${JSON.stringify(kind)} }`);

test.each([
  ['namespaceResourceWhitelist', 'apps/v1', 'Deployment', '"apps/v1" is an apiVersion, and a group has no version, so this permits nothing'],
  ['clusterResourceBlacklist', 'core', 'Namespace', 'so this denies nothing'],
  ['namespaceResourceBlacklist', '', 'secrets', 'a kind begins with a capital, and is no name of a list, so this denies nothing'],
])('an entry of %s that fits nothing is found', (list, group, kind, message) => {
  const messages = findingsOf(resourceKinds, listing(list, group, kind)).map((finding) => finding.message);
  expect(messages).toEqual([expect.stringContaining(message)]);
});

test.each([['', 'ResourceQuota'], ['*', '*'], ['*.k8s.io', 'Network*'], ['argoproj.io', 'Rollout']])('"%s" and %s fit objects', (group, kind) => {
  expect(findingsOf(resourceKinds, listing('namespaceResourceWhitelist', group, kind))).toEqual([]);
});
