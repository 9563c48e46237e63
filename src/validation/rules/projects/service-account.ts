import { Place } from '../../../manifests/references/place';
import { defineRule } from '../../rule';
import { EXAMPLE_PERMISSIONS, exampleProject } from './example-project';

/** Finds ServiceAccounts of destinations that a sync cannot act as. */
export const serviceAccount = defineRule({
  id: 'projects/service-account',
  severity: 'error',
  kinds: ['argoproj.io/AppProject'],
  since: '0.1.0',
  implements: ['CD-089', 'CD-129', 'CD-130'],
  title: 'a ServiceAccount of a destination is named without patterns, and its destination without denials',
  rationale:
    'Where syncs act as a ServiceAccount, the first entry that fits the destination says which. With a name that has patterns in it the sync '
    + 'fails, and a denial fits no destination at all.',
  bad: exampleProject(`${EXAMPLE_PERMISSIONS}
destinationServiceAccounts:
  - server: https://kubernetes.default.svc
    namespace: shop
    defaultServiceAccount: deploy-*`),
  good: exampleProject(`${EXAMPLE_PERMISSIONS}
destinationServiceAccounts:
  - server: https://kubernetes.default.svc
    namespace: shop
    defaultServiceAccount: deployer`),
  check(entry, context) {
    for (const item of Place.root(entry.manifest).at('spec', 'destinationServiceAccounts').items) {
      const name = item.at('defaultServiceAccount');
      if (typeof name.value === 'string' && (name.value.trim() === '' || /[!*[\]{}\\/]/.test(name.value))) {
        context.report(name.pointer, `${JSON.stringify(name.value)} names no ServiceAccount`, { received: name.value, expected: 'a name, or namespace:name' });
      }
      for (const field of ['server', 'namespace']) {
        const place = item.at(field);
        if (!place.text.includes('!')) continue;
        context.report(place.pointer, `the ${field} ${place.text} denies, and ServiceAccounts have no denials`, {
          received: place.text,
          fix: 'list the entries for what is denied first, as the first one that fits counts',
        });
      }
    }
  },
});
