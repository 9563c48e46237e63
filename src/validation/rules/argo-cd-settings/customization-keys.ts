import { isJsonObject } from '../../../manifests/json';
import { pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { nearest } from '../../schema/similar-name';
import { ofArgoCd } from '../scopes';
import { ARGO_CD_CONFIG, exampleConfig } from './config-maps';
import { CUSTOMIZATION_TYPES } from './customization';

const PREFIX = 'resource.customizations';
const WANTED = `${PREFIX}.<type>.<group>_<kind>, or <kind> of the core group, or all`;

/** Finds customizations that Argo CD does not read, or that stop it from reading any. */
export const customizationKeys = defineRule({
  id: 'argo-cd-settings/customization-keys',
  severity: 'error',
  kinds: ['ConfigMap'],
  scope: ofArgoCd,
  since: '0.1.0',
  implements: ['CD-187', 'CD-188', 'CD-189', 'CD-190'],
  title: 'customizations of kinds stand under resource.customizations.<type>.<group>_<kind>',
  rationale: 'A type that Argo CD does not know, or a kind with two underscores, makes it refuse every customization of argocd-cm. A key '
    + 'with fewer parts is passed over without a word. A key of a ConfigMap cannot hold a star or a slash: kinds that are meant by a '
    + 'pattern go into the single key resource.customizations.',
  bad: exampleConfig('resource.customizations.healh.example.com_Cache: return { status = "Healthy" }'),
  good: exampleConfig('resource.customizations.health.example.com_Cache: return { status = "Healthy" }'),
  check({ id, manifest }, context) {
    if (id.name !== ARGO_CD_CONFIG || !isJsonObject(manifest.data)) return;
    for (const key of Object.keys(manifest.data)) {
      if (!key.startsWith(`${PREFIX}.`)) continue;
      const problem = problemWith(key);
      if (problem) context.report(pointer('/data', key), problem.message, { received: key, expected: WANTED, fix: problem.fix });
    }
  },
});

function problemWith(key: string): { readonly message: string; readonly fix: string } | undefined {
  if (!/^[-._a-zA-Z0-9]+$/.test(key)) {
    return {
      message: 'the API server refuses the ConfigMap: keys have letters, digits, dots, hyphens and underscores only',
      fix: 'name one kind, or put patterns into the single key resource.customizations, as a map of group/kind',
    };
  }
  const [type = '', ...rest] = key.slice(PREFIX.length + 1).split('.');
  const kind = rest.join('.');
  if (rest.length === 0) return { message: 'the key names no kind, so Argo CD passes it over', fix: 'add the group and the kind' };
  if (!(CUSTOMIZATION_TYPES as readonly string[]).includes(type)) {
    const near = nearest(type, CUSTOMIZATION_TYPES);
    return {
      message: `there is no customization ${JSON.stringify(type)}, and Argo CD refuses all of them for it`,
      fix: near ? `did you mean ${near}?` : `use one of ${CUSTOMIZATION_TYPES.join(', ')}`,
    };
  }
  if (kind === '' || kind.split('_').length > 2) {
    return { message: 'Argo CD cannot tell group and kind apart, and refuses all customizations for it', fix: 'put one underscore between group and kind' };
  }
  // A dot in the kind is what somebody writes who takes the underscore for a dot.
  if (!kind.includes('_') && kind !== 'all' && kind.includes('.')) {
    return { message: `${JSON.stringify(kind)} is read as a kind of the core group, of which there is none with a dot`, fix: 'put an underscore between group and kind' };
  }
  return undefined;
}
