import { dump } from 'js-yaml';
import type { JsonObject } from '../../../../src/manifests/json';
import { openServer } from '../../../../src/validation/rules/argo-cd-settings/open-server';
import { findingsOf } from '../findings-of';

const server = (container: JsonObject, kind = 'Deployment') => dump({
  apiVersion: 'apps/v1', kind, metadata: { name: 'argocd-server' }, spec: { template: { spec: { containers: [{ name: 'server', ...container }] } } },
});

test.each([
  ['command', { command: ['argocd-server', '--insecure', '--disable-auth'] }, 'StatefulSet', '/spec/template/spec/containers/0/command/2'],
  ['arguments', { args: ['/usr/local/bin/argocd-server', '--disable-auth=true'] }, 'Deployment', '/spec/template/spec/containers/0/args/1'],
])('a server that asks nobody, by its %s', (_, container, kind, pointer) => {
  const found = findingsOf(openServer, server(container, kind));
  expect(found).toEqual([expect.objectContaining({ severity: 'warning', pointer, received: expect.stringContaining('--disable-auth') as string })]);
});

test.each([
  ['a server that asks', { args: ['argocd-server', '--insecure', '--disable-auth=false'] }],
  ['another program with such a flag', { args: ['registry', '--disable-auth'] }],
  ['arguments that are no texts', { args: ['argocd-server', 1, null] }],
])('%s is no finding', (_, container) => {
  expect(findingsOf(openServer, server(container))).toEqual([]);
});
