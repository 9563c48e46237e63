import { linkConditionProblem, LINKS_KEYS, linkUrlProblem } from '../../../languages/deep-links';
import { readYaml } from '../../../languages/yaml-text';
import { isJsonObject } from '../../../manifests/json';
import { defineRule } from '../../rule';
import { ofArgoCd } from '../scopes';
import { ARGO_CD_CONFIG, exampleConfig, settingsIn } from './config-maps';

const link = (url: string): string => exampleConfig(`project.links: |
  - title: audit
    url: ${url}
    if: 'project.metadata.name == "shop"'`);

/** Finds deep links that are never shown. */
export const deepLinks = defineRule({
  id: 'argo-cd-settings/deep-links',
  severity: 'error',
  kinds: ['ConfigMap'],
  scope: ofArgoCd,
  since: '0.1.0',
  implements: ['CD-208'],
  title: 'the URL of a deep link is a Go template, and its condition compiles',
  rationale:
    'Argo CD fills a link in when somebody looks at an object. One whose URL is no Go template, whose condition does not compile, or that reads what '
    + 'is not there, is left out with an error in the log of the API server. Links of Applications see app and cluster, those of '
    + 'projects project, and those of resources all of these and resource.',
  bad: link('https://audit.example.com/{{ .app.metadata.name }}'),
  good: link('https://audit.example.com/{{ .project.metadata.name }}'),
  check(entry, context) {
    for (const { key, value: text, pointer } of settingsIn(entry, ARGO_CD_CONFIG)) {
      const known = LINKS_KEYS.find((one) => one === key);
      const value = known && readYaml(text).value;
      for (const item of known && Array.isArray(value) ? value as readonly unknown[] : []) {
        if (!isJsonObject(item)) continue;
        const { title, url, if: condition } = item;
        const name = typeof title === 'string' ? ` ${JSON.stringify(title)}` : '';
        const urlProblem = typeof url === 'string' ? linkUrlProblem(known!, url) : undefined;
        if (urlProblem !== undefined) context.report(pointer, `the URL of the link${name} cannot be filled in: ${urlProblem}`, { received: url as string });
        const problem = typeof condition === 'string' ? linkConditionProblem(known!, condition) : undefined;
        if (problem !== undefined) context.report(pointer, `the condition of the link${name} shows it to nobody: ${problem}`, { received: condition as string });
      }
    }
  },
});
