import { defineRule } from '../../rule';
import { APPLICATION_KINDS, sourcesOf } from './application-spec';
import { exampleSource } from './example-application';

/** What Argo CD renders by itself, and the field that says how. */
const OWN_TOOLS: ReadonlyMap<string, string> = new Map([['helm', 'helm'], ['kustomize', 'kustomize'], ['directory', 'directory'], ['jsonnet', 'directory']]);

/** Finds plugins that are asked for what Argo CD does itself. */
export const pluginOfATool = defineRule({
  id: 'apps/plugin-of-a-tool',
  severity: 'warning',
  kinds: APPLICATION_KINDS,
  since: '0.1.0',
  implements: ['CD-068', 'E24'],
  title: 'what Argo CD has built in is no plugin',
  rationale:
    'A plugin is a sidecar that somebody has added to the repository server under that name. Without one the manifests cannot be rendered. '
    + 'Helm, Kustomize and Jsonnet are built in: Argo CD takes them when it sees a Chart.yaml, a kustomization.yaml or *.jsonnet.',
  bad: exampleSource(`
path: overlays/production
plugin:
  name: kustomize`),
  good: exampleSource('path: overlays/production'),
  check(entry, context) {
    for (const source of sourcesOf(entry)) {
      const name = source.at('plugin', 'name');
      const field = OWN_TOOLS.get(name.text.toLowerCase());
      if (field === undefined) continue;
      context.report(name.pointer, `this asks for a plugin that is named ${name.text}, not for the ${name.text} that Argo CD has`, {
        fix: `take plugin out, or write ${field} if there is something to say`,
      });
    }
  },
});
