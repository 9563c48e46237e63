import { groupProblem, kindProblem } from '../../../languages/kind-patterns';
import { Place } from '../../../manifests/references/place';
import { corrected } from '../../certain-edit';
import { isKindHere, kindsHere } from '../../kinds-here';
import { defineRule } from '../../rule';
import { misspeltKind } from '../../schema/kind-spelling';
import { EXAMPLE_PERMISSIONS, exampleProject } from './example-project';

const LISTS = ['clusterResourceWhitelist', 'clusterResourceBlacklist', 'namespaceResourceWhitelist', 'namespaceResourceBlacklist'];

const example = (group: string): string => exampleProject(`${EXAMPLE_PERMISSIONS.trim()}
namespaceResourceBlacklist:
  - group: ${group}
    kind: ResourceQuota`);

/** Finds groups and kinds in the lists of a project that no object has. */
export const resourceKinds = defineRule({
  id: 'projects/resource-kinds',
  severity: 'warning',
  kinds: ['argoproj.io/AppProject'],
  since: '0.1.0',
  implements: [],
  title: 'the groups and kinds that a project lists are such as objects have',
  rationale:
    'A group is compared without a version, and the core group is an empty text. An entry that fits no object permits nothing, so syncs fail, or '
    + 'denies nothing, so that what it should keep out gets in.',
  bad: example('v1'),
  good: example("''"),
  check(entry, context) {
    const spec = Place.root(entry.manifest).at('spec');
    for (const list of LISTS) {
      const effect = list.endsWith('Whitelist') ? 'permits' : 'denies';
      for (const item of spec.at(list).items) {
        const [group, kind] = [item.at('group'), item.at('kind')];
        const ofGroup = groupProblem(group.text, 'write \'\', an empty text');
        if (ofGroup) context.report(group.pointer, `${ofGroup.message}, so this ${effect} nothing`, { received: group.text, fix: ofGroup.fix });
        const ofKind = kindProblem(kind.text);
        // Custom resources may be called anything.
        if (ofKind && !kindsHere(context.manifests).has(kind.text)) {
          context.report(kind.pointer, `${ofKind.message}, so this ${effect} nothing`, { received: kind.text, fix: ofKind.fix });
        }
        const misspelt = ofGroup || ofKind ? undefined : misspeltKind(group.text, kind.text, context.targets);
        if (!misspelt || isKindHere(context.manifests, group.text, kind.text)) continue;
        const place = item.at(misspelt.part);
        context.report(place.pointer, `there is no ${misspelt.part} ${place.text}, so this ${effect} nothing`, {
          received: place.text, fix: `did you mean ${misspelt.meant}?`, ...corrected(place.pointer, misspelt.meant),
        });
      }
    }
  },
});
