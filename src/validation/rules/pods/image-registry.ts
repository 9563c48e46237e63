import type { ManifestEntry } from '../../../manifests/manifest-set';
import { pointer } from '../../../manifests/pointer';
import { readListOnce } from '../../../manifests/read-once';
import { defineRule } from '../../rule';
import { slipOf } from '../../slip';
import { joinDocuments } from '../rollouts/example-rollout';
import { textField } from '../rollouts/fields';
import { exampleDeployment } from './example-deployment';
import { POD_KINDS, podContainersOf } from './pods-of';

/** Registries that all know, some by names that are nearly those of others. */
const PUBLIC = ['docker.io', 'gcr.io', 'ghcr.io', 'mcr.microsoft.com', 'public.ecr.aws', 'quay.io', 'registry.gitlab.com', 'registry.k8s.io'];

const KINDS: ReadonlySet<string> = new Set(POD_KINDS);

/** Finds images of a registry that is nearly the one of other images. */
export const imageRegistry = defineRule({
  id: 'pods/image-registry',
  severity: 'warning',
  kinds: POD_KINDS,
  since: '0.1.0',
  implements: [],
  title: 'images name their registry to the letter',
  rationale: 'Pods whose image cannot be pulled stay in ImagePullBackOff, and the release waits until its progress deadline. A host that no other image is from, and '
    + 'that differs by a letter from one that others are from, or from a public registry, is a slip, or worse: hosts that are nearly those of others are registered to be met by mistake.',
  bad: joinDocuments(image('web', 'registry.example.com'), image('search', 'registry.example.com'), image('api', 'registy.example.com')),
  good: joinDocuments(image('web', 'registry.example.com'), image('search', 'registry.example.com'), image('api', 'registry.example.com')),
  check(entry, context) {
    const hosts = hostsIn(context.manifests.entries);
    for (const { container, pointer: at } of podContainersOf(entry)) {
      const written = textField(container, 'image');
      const host = hostOf(written);
      if (host === undefined || PUBLIC.includes(host) || (hosts.get(host)?.size ?? 0) > 1) continue;
      const meant = slipOf(host, [...[...hosts].filter(([, users]) => users.size > 1).map(([other]) => other), ...PUBLIC]);
      if (meant === undefined) continue;
      const where = pointer(at, 'image');
      context.report(where, `no other image is from ${host}, and there is ${meant}`, {
        received: written, expected: `${meant}${written.slice(host.length)}`, fix: `did you mean ${meant}? otherwise acknowledge this`,
      });
    }
  },
});

/** The host of an image; undefined where it is that of Docker, or a template says it. */
function hostOf(image: string): string | undefined {
  const [host = '', path] = image.split('/', 2);
  return path === undefined || !host.includes('.') || /[${]/.test(host) ? undefined : host;
}

/** The objects that have an image of each host. */
const hostsIn = readListOnce((entries: readonly ManifestEntry[]): ReadonlyMap<string, ReadonlySet<ManifestEntry>> => {
  const found = new Map<string, Set<ManifestEntry>>();
  for (const entry of entries) {
    if (!KINDS.has(entry.id.group ? `${entry.id.group}/${entry.id.kind}` : entry.id.kind)) continue;
    for (const { container } of podContainersOf(entry)) {
      const host = hostOf(textField(container, 'image'));
      if (host !== undefined) found.set(host, (found.get(host) ?? new Set<ManifestEntry>()).add(entry));
    }
  }
  return found;
});

function image(name: string, host: string): string {
  return exampleDeployment({ name, image: `${host}/${name}:1.4.2` });
}
