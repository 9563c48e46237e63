import { comparableServer } from '../../../manifests/cluster-facts';
import type { ManifestEntry } from '../../../manifests/manifest-set';
import { Place } from '../../../manifests/references/place';
import { IN_CLUSTER } from '../../../manifests/unit';
import { corrected } from '../../certain-edit';
import { defineRule, type RuleContext } from '../../rule';
import { spelling } from '../../schema/similar-name';
import { fieldText, registrationOfType, registrationsIn, SECRET_KINDS, type WrittenText, writtenTexts } from '../fleet/registrations';
import { addressProblem } from './address-problem';
import { APPLICATION_KINDS, applicationSpec } from './application-spec';
import { exampleApplication } from './example-application';

/** Finds addresses of clusters that none can have, and those that are nearly that of the cluster of Argo CD. */
export const serverAddress = defineRule({
  id: 'apps/server-address',
  severity: 'error',
  kinds: [...APPLICATION_KINDS, 'argoproj.io/AppProject', ...SECRET_KINDS],
  since: '0.1.0',
  implements: ['CD-013'],
  title: 'the server of a cluster is an address that a cluster can have',
  rationale:
    'Argo CD compares a server letter by letter with those that are registered. Its own cluster is https://kubernetes.default.svc and nothing '
    + 'else, unless somebody has registered it by another address. For any other text the Application shows InvalidSpecError and nothing is synced; '
    + 'what a project permits there fits no Application.',
  bad: example('https://kubernetes.defalt.svc'),
  good: example('https://kubernetes.default.svc'),
  check(entry, context) {
    // Then each destination is held against them.
    const { clusters } = context.manifests;
    if (isApplication(entry) && clusters.length > 0 && clusters.every(({ server }) => server !== undefined)) return;
    for (const { pointer, text, isPlain } of serversOf(entry)) {
      if (text === '' || /\{\{|[*?[\]]/.test(text)) continue;
      const problem = addressProblem(text, ['https', 'http']);
      if (problem) {
        context.report(pointer, `no API server has this address: ${problem.message}`, {
          received: text, expected: 'a URL such as https://eu.example.com:6443', fix: problem.meant && `write ${problem.meant}`,
          ...(isPlain ? corrected(pointer, problem.meant) : {}),
        });
      } else if (/^[\w-]+$/.test(text)) {
        context.report(pointer, 'this is a name where the address of an API server belongs', {
          received: text, expected: 'a URL such as https://eu.example.com:6443',
          ...(entry.id.kind !== 'Secret' && { fix: `write name: ${text}, if that is what the cluster is called in Argo CD` }),
        });
      } else if (isNearlyInCluster(text) && !isKnown(text, context)) {
        context.report(pointer, 'this is nearly the address by which Argo CD knows the cluster that it runs in, and not it', {
          received: text, expected: IN_CLUSTER, misses: true,
          fix: `write ${IN_CLUSTER}, or acknowledge this if a cluster is registered with the other one`,
        });
      }
    }
  },
});

function serversOf(entry: ManifestEntry): readonly WrittenText[] {
  if (entry.id.kind === 'AppProject') {
    // An exclamation mark denies what stands behind it.
    return Place.root(entry.manifest).at('spec', 'destinations').items.map((item) => item.at('server'))
      .map(({ text, pointer }) => ({ text: text.replace(/^!/, ''), pointer, isPlain: !text.startsWith('!') }));
  }
  if (isApplication(entry)) {
    const { text, pointer } = applicationSpec(entry).at('destination', 'server');
    return [{ text, pointer, isPlain: true }];
  }
  const registration = registrationOfType(entry, 'cluster');
  return registration ? writtenTexts(registration, 'server') : [];
}

function isApplication({ id }: ManifestEntry): boolean {
  return APPLICATION_KINDS.includes(`${id.group}/${id.kind}`);
}

const IN_CLUSTER_HOSTS = ['kubernetes', 'kubernetes.default', 'kubernetes.default.svc', 'kubernetes.default.svc.cluster.local'];

function isNearlyInCluster(text: string): boolean {
  if (comparableServer(text) === IN_CLUSTER) return false;
  const [, host = '', port = ''] = /^https?:\/\/([^/:]*)(:\d+)?\/*$/i.exec(text) ?? [];
  if (!['', ':443'].includes(port)) return false;
  return IN_CLUSTER_HOSTS.some((one) => host.toLowerCase() === one) || spelling(host, 'kubernetes.default.svc') <= 2;
}

/** Whether somebody has declared or registered a cluster with this address. */
function isKnown(text: string, { manifests }: RuleContext): boolean {
  const server = comparableServer(text);
  if (manifests.clusters.some((cluster) => cluster.server === server)) return true;
  return registrationsIn(manifests).some((registration) => comparableServer(fieldText(registration, 'server')) === server);
}

function example(server: string): string {
  return exampleApplication(`
source:
  repoURL: https://git.example.com/org/manifests.git
  targetRevision: main
  path: web
destination:
  server: ${server}
  namespace: shop`);
}
