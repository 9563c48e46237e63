import { defineRule } from '../../rule';
import { exampleConfig } from '../argo-cd-settings/config-maps';
import { joinDocuments } from '../rollouts/example-rollout';
import { APPLICATION_KINDS, literalOf, sourcesOf } from './application-spec';
import { argoCdConfig } from './argo-cd-config';
import { exampleSource } from './example-application';
import { filesOf } from './value-files';

/** Finds sources that ask for what argocd-cm does not have. */
export const sourceSettings = defineRule({
  id: 'apps/source-settings',
  severity: 'warning',
  kinds: APPLICATION_KINDS,
  since: '0.1.0',
  implements: ['CD-053', 'CD-067'],
  title: 'versions of Kustomize and schemes of value files are registered in argocd-cm',
  rationale:
    'A version of Kustomize needs a key kustomize.version.<version> with the path of its program; value files are read by http and https, unless '
    + 'helm.valuesFileSchemes says otherwise. Without these Argo CD renders nothing, and the Application shows a ComparisonError. Looked at where '
    + 'argocd-cm is in the manifests; without it only http, https and the schemes of helm-secrets pass.',
  bad: example('kustomize.version.v5.8.1'),
  good: example('kustomize.version.v5.4.3'),
  check(entry, context) {
    const config = argoCdConfig(context.manifests);
    const own = config?.['helm.valuesFileSchemes'];
    const schemes = typeof own === 'string' ? own.split(',').map((text) => text.trim()) : ['http', 'https'];
    for (const source of sourcesOf(entry)) {
      const version = source.at('kustomize', 'version');
      const text = literalOf(version);
      if (config && text !== '' && config[`kustomize.version.${text}`] === undefined && config[`kustomize.path.${text}`] === undefined) {
        context.report(version.pointer, 'argocd-cm has no program for this version of Kustomize', {
          received: text, fix: `add the key kustomize.version.${text}, or leave version out for the one that Argo CD comes with`,
        });
      }
      for (const file of filesOf(source)) {
        const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(literalOf(file))?.[1]?.toLowerCase();
        if (scheme === undefined || schemes.includes(scheme) || (!config && scheme.startsWith('secrets'))) continue;
        context.report(file.pointer, `Argo CD reads no value files by ${scheme}://${config ? '' : ' unless its configuration allows that'}`, {
          received: file.text,
          expected: schemes.join(', '),
          fix: config ? `add ${scheme} to helm.valuesFileSchemes of argocd-cm` : `name a file of a ref source, or acknowledge this if helm.valuesFileSchemes of argocd-cm has ${scheme}`,
        });
      }
    }
  },
});

function example(key: string): string {
  return joinDocuments(exampleSource(`
path: overlays/production
kustomize:
  version: v5.4.3`), exampleConfig(`${key}: /custom-tools/kustomize`));
}
