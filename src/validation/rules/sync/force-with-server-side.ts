import { describe, type Manifest } from '../../../manifests/manifest';
import { defineRule } from '../../rule';
import { APPLICATION_KINDS, applicationSpec } from '../apps/application-spec';
import { deliveredObjects } from '../projects/delivered-objects';
import { argoAnnotationPointer, objectOptions } from './annotations';

/** Finds objects that cannot be applied, as two of their options exclude each other. */
export const forceWithServerSide = defineRule({
  id: 'sync/force-with-server-side',
  severity: 'error',
  kinds: ['*'],
  since: '0.1.0',
  implements: [],
  title: 'what is applied on the server is not forced',
  rationale:
    'Argo CD applies as kubectl does, and kubectl refuses --force together with --server-side. The dry run is one of the client and lets it pass, so '
    + 'the sync fails in the middle, each time. With Replace=true beside it nothing is applied on the server, and Force=true works.',
  bad: example('Force=true,ServerSideApply=true'),
  good: example('Force=true,Replace=true'),
  check(entry, context) {
    const options = objectOptions(entry.manifest);
    if (isForced(options) && options.includes('ServerSideApply=true')) {
      context.report(argoAnnotationPointer('sync-options'), 'Force=true cannot be used with ServerSideApply=true: every sync fails', {
        received: options.join(','),
        fix: 'take one of the two out, or write Replace=true in place of ServerSideApply=true',
      });
    }
    if (!APPLICATION_KINDS.includes(`${entry.id.group}/${entry.id.kind}`)) return;
    const ofAll = applicationSpec(entry).at('syncPolicy', 'syncOptions').items;
    const serverSide = ofAll.find(({ text }) => text === 'ServerSideApply=true');
    if (!serverSide || ofAll.some(({ text }) => text === 'Replace=true')) return;
    const forced = deliveredObjects(entry, context.manifests).find(({ manifest }) => isForcedBy(manifest));
    if (!forced) return;
    context.report(serverSide.pointer, `${describe(forced.id)} says Force=true, which cannot be used with ServerSideApply=true: every sync fails`, {
      fix: `add ServerSideApply=false or Replace=true to the sync options of ${describe(forced.id)}`,
    });
  },
});

function isForcedBy(manifest: Manifest): boolean {
  const options = objectOptions(manifest);
  return isForced(options) && !options.includes('ServerSideApply=true');
}

function isForced(options: readonly string[]): boolean {
  return options.includes('Force=true') && !options.includes('Replace=true') && !options.includes('ServerSideApply=false');
}

function example(options: string): string {
  return `
apiVersion: v1
kind: ConfigMap
metadata:
  name: web
  annotations:
    argocd.argoproj.io/sync-options: ${options}
data:
  colour: blue
`;
}
