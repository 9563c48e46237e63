import { defineRule } from '../../rule';
import { exampleApplicationSet, exampleList, exampleTemplate, GO_TEMPLATE } from './example-application-set';
import { generatedBy, knownText, listed } from './generated';
import { exampleSteps, rollingSyncSteps, stepTakes } from './rolling-sync';

/** Finds steps of a RollingSync that look at different revisions. */
export const oneRevision = defineRule({
  id: 'appsets/one-revision',
  severity: 'warning',
  kinds: ['argoproj.io/ApplicationSet'],
  since: '0.1.0',
  implements: ['E38'],
  title: 'the steps of a RollingSync deliver the same revision',
  rationale: 'A step waits until the one before it is healthy, to prove what comes next. When staging follows one branch and production '
    + 'another, staging proves something else than production gets.',
  bad: example('develop'),
  good: example('main'),
  check(entry, context) {
    const steps = rollingSyncSteps(entry);
    if (steps.length < 2) return;
    const revisions = new Map<string, Map<string, Set<number>>>();
    for (const { root } of generatedBy(entry, context.manifests)) {
      const step = steps.findIndex((one) => stepTakes(one, root.at('metadata', 'labels')) !== false);
      const spec = root.at('spec');
      for (const source of [spec.at('source'), ...spec.at('sources').items]) {
        const [url, revision] = [knownText(source.at('repoURL')), knownText(source.at('targetRevision'))];
        if (url === '' || revision === '' || source.at('chart').exists) continue;
        const known = revisions.get(url) ?? new Map<string, Set<number>>();
        revisions.set(url, known.set(revision, (known.get(revision) ?? new Set()).add(step)));
      }
    }
    for (const [url, byRevision] of revisions) {
      if (byRevision.size < 2) continue;
      context.report('/spec/template/spec', `the Applications follow ${listed(byRevision.keys())} of ${url}, so a step proves what the next one does not get`, {
        fix: 'write one revision for all, and let the steps and the folders tell the environments apart',
      });
    }
  },
});

function example(staging: string): string {
  return exampleApplicationSet(`${GO_TEMPLATE}
${exampleList(`{ env: staging, revision: ${staging} }`, '{ env: production, revision: main }')}
${exampleTemplate("'web-{{ .env }}'", { metadata: "labels:\n  env: '{{ .env }}'" }).replace('targetRevision: main', "targetRevision: '{{ .revision }}'")}
${exampleSteps('env')}`);
}
