import { defineRule } from '../../rule';
import { APPLICATION_KINDS, applicationSpec } from './application-spec';

/** Finds addresses of clusters that are put together from names. */
export const serverAssembled = defineRule({
  id: 'apps/server-assembled',
  severity: 'warning',
  kinds: APPLICATION_KINDS,
  since: '0.1.0',
  implements: ['E40'],
  title: 'the address of a cluster is not put together from its name',
  rationale:
    'Argo CD compares destination.server letter by letter, port included, with the clusters that are registered. An address that is made up '
    + 'of a name fits only while everybody registers clusters that way; where it does not, the Application shows InvalidSpecError.',
  bad: example('server: https://{{ .cluster }}.example.com:443'),
  good: example("name: '{{ .cluster }}'"),
  check(entry, context) {
    const server = applicationSpec(entry).at('destination', 'server');
    if (!/^https?:\/\/.*\{\{/.test(server.text)) return;
    context.report(server.pointer, 'the address is put together, and fits only if a cluster is registered with exactly this text', {
      received: server.text,
      fix: 'write destination.name with the name that the cluster is registered under, or take the address from a clusters generator',
    });
  },
});

function example(cluster: string): string {
  return `apiVersion: argoproj.io/v1alpha1
kind: ApplicationSet
metadata:
  name: web
  namespace: argocd
spec:
  goTemplate: true
  goTemplateOptions: ['missingkey=error']
  generators:
    - list:
        elements:
          - cluster: production
          - cluster: staging
  template:
    metadata:
      name: 'web-{{ .cluster }}'
    spec:
      project: default
      source:
        repoURL: https://git.example.com/org/manifests.git
        targetRevision: main
        path: web
      destination:
        ${cluster}
        namespace: shop
`;
}
