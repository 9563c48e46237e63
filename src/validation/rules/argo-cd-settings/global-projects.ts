import { readYaml } from '../../../languages/yaml-text';
import { isJsonObject } from '../../../manifests/json';
import { defineRule } from '../../rule';
import { selectorProblems } from '../rollouts/label-selector';
import { ofArgoCd } from '../scopes';
import { ARGO_CD_CONFIG, exampleConfig, settingsIn } from './config-maps';

const example = (operator: string): string => exampleConfig(`
globalProjects: |
  - projectName: everybody
    labelSelector:
      matchExpressions:
        - key: team
          operator: ${operator}
          values: [shop]`);

/** Finds selectors of global projects that Argo CD cannot read. */
export const globalProjects = defineRule({
  id: 'argo-cd-settings/global-projects',
  severity: 'error',
  kinds: ['ConfigMap'],
  scope: ofArgoCd,
  since: '0.1.0',
  implements: ['CD-204'],
  title: 'the selectors of global projects are legal label selectors',
  rationale: 'At the first selector that Argo CD cannot read it stops to look for global projects, without a word: what that one and those behind '
    + 'it permit and deny, and their sync windows, count for no project.',
  bad: example('in'),
  good: example('In'),
  check(entry, context) {
    for (const { value: text, pointer } of settingsIn(entry, ARGO_CD_CONFIG).filter(({ key }) => key === 'globalProjects')) {
      const { value } = readYaml(text);
      for (const [i, project] of (Array.isArray(value) ? value as readonly unknown[] : []).entries()) {
        if (!isJsonObject(project) || !isJsonObject(project.labelSelector)) continue;
        for (const { path, message, received, expected } of selectorProblems(project.labelSelector)) {
          const at = `${path.join('.')} of the global project ${typeof project.projectName === 'string' ? project.projectName : i}`;
          context.report(pointer, `${message}, at ${at}`, { received, expected, fix: `write ${expected}` });
        }
      }
    }
  },
});
