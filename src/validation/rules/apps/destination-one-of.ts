import { defineRule } from '../../rule';
import { APPLICATION_KINDS, applicationSpec, isPartial } from './application-spec';
import { exampleApplication } from './example-application';

const SOURCE = `
source:
  repoURL: https://git.example.com/org/manifests.git
  targetRevision: main
  path: web
destination:`;

/** Finds Applications with two destinations, or with none. */
export const destinationOneOf = defineRule({
  id: 'apps/destination-one-of',
  severity: 'error',
  kinds: APPLICATION_KINDS,
  since: '0.1.0',
  implements: ['CD-009', 'CD-010'],
  title: 'an Application names its cluster once: by server or by name',
  rationale: 'With both, or with neither, Argo CD cannot tell the cluster. The Application shows InvalidSpecError and nothing is synced.',
  bad: exampleApplication(`${SOURCE}
  name: in-cluster
  server: https://kubernetes.default.svc
  namespace: shop`),
  good: exampleApplication(`${SOURCE}
  name: in-cluster
  namespace: shop`),
  check(entry, context) {
    const destination = applicationSpec(entry).at('destination');
    if (!destination.exists) return;
    const server = destination.at('server').text;
    const name = destination.at('name').text;
    if (server !== '' && name !== '') {
      context.report(destination.pointer, 'the destination names a cluster twice, by server and by name', {
        received: `server ${server} and name ${name}`,
        expected: 'one of the two',
        fix: 'leave out server, or name',
      });
    } else if (server === '' && name === '' && !isPartial(entry)) {
      context.report(destination.pointer, 'the destination names no cluster', {
        expected: 'server or name',
        fix: 'write name: in-cluster for the cluster that Argo CD itself runs in',
      });
    }
  },
});
