import { foreignManifests } from '../../src/output/foreign-manifests';
import { writeOutput } from '../../src/output/writer';
import { put, scratch, units } from './scratch';

/** What is found in the folder of the chart `web` with these files beside ours. */
function found(beside: Readonly<Record<string, string>>): string[] {
  const outdir = scratch();
  const request = { outdir, app: 'shop', files: units({ web: 'w', 'web/below': 'b' }) };
  writeOutput(request);
  for (const [path, content] of Object.entries(beside)) put(outdir, path, content);
  return foreignManifests(request);
}

test('manifests of others beside ours are found', () => {
  expect(found({})).toEqual([]);
  expect(found({ 'web/hand.yaml': 'kind: Role', 'web/below/b.yml': '', 'web/a.json': '{}' })).toEqual(['web/a.json', 'web/below/b.yml', 'web/hand.yaml']);
});

test.each([
  ['what is no manifest', { 'web/OWNERS': 'team-web', 'web/README.md': '' }],
  ['what is in no folder of a chart', { 'web/charts/x.yaml': '', 'hand.yaml': '' }],
  ['what Argo CD is told to pass over', { 'web/hand.yaml': '# +argocd:skip-file-rendering\nkind: Role\n' }],
  ['folders that kustomize or Helm reads', { 'web/kustomization.yaml': 'resources: [web.k8s.yaml]', 'web/patch.yaml': '' }],
])('%s is left out', (_, beside) => {
  expect(found(beside)).toEqual([]);
});

test('stale files of ours and files of other apps are no strangers', () => {
  const outdir = scratch();
  const files = [{ unit: 'web', path: 'web/a.yaml', content: 'a' }, { unit: 'web', path: 'web/b.yaml', content: 'b' }];
  writeOutput({ outdir, app: 'shop', files });
  writeOutput({ outdir, app: 'other', files: [{ unit: 'docs', path: 'web/c.yaml', content: 'c' }] });
  expect(foreignManifests({ outdir, app: 'shop', files: files.slice(0, 1) })).toEqual([]);
});
