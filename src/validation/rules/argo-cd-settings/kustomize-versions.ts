import { defineRule } from '../../rule';
import { ofArgoCd } from '../scopes';
import { ARGO_CD_CONFIG, exampleConfig, settingsIn } from './config-maps';

/** Finds a version of Kustomize that is registered twice. */
export const kustomizeVersions = defineRule({
  id: 'argo-cd-settings/kustomize-versions',
  severity: 'error',
  kinds: ['ConfigMap'],
  scope: ofArgoCd,
  since: '0.1.0',
  implements: ['CD-205'],
  title: 'each version of Kustomize is registered once',
  rationale: 'kustomize.path.<version> and the older kustomize.version.<version> say the same. With both of them Argo CD refuses all '
    + 'settings of Kustomize, and no Application that uses it can be rendered.',
  bad: exampleConfig('kustomize.path.v5.4.1: /tools/kustomize\nkustomize.version.v5.4.1: /tools/kustomize'),
  good: exampleConfig('kustomize.path.v5.4.1: /tools/kustomize\nkustomize.path.v5.6.0: /tools/kustomize_5_6'),
  check(entry, context) {
    const seen = new Map<string, string>();
    for (const { key, pointer } of settingsIn(entry, ARGO_CD_CONFIG)) {
      const version = /^kustomize\.(?:path|version)\.(.+)$/.exec(key)?.[1];
      if (version === undefined) continue;
      const first = seen.get(version);
      if (first !== undefined) context.report(pointer, `${first} registers ${version} already`, { received: key, fix: 'keep kustomize.path, and take the other one out' });
      else seen.set(version, key);
    }
  },
});
