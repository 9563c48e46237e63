import type { Place } from '../../../manifests/references/place';
import { defineRule, type RuleContext } from '../../rule';
import { exampleIngress, joinDocuments } from '../rollouts/example-rollout';
import { ROLLOUT } from '../rollouts/rollout-strategy';
import { exampleRouted } from './example-routers';
import { canaryPlace } from './router-objects';

/** Routers that take one object or a list of them, by the two fields. */
const ONE_OR_MANY = [['nginx', 'stableIngress', 'stableIngresses'], ['alb', 'ingress', 'ingresses'], ['istio', 'virtualService', 'virtualServices']] as const;

/** Finds routers that are given nothing to split, or the same thing in two ways. */
export const routerObjectsNamed = defineRule({
  id: 'traffic/router-objects-named',
  severity: 'error',
  kinds: [ROLLOUT],
  since: '0.1.0',
  implements: ['AR-058', 'AR-059', 'AR-060', 'AR-061', 'AR-064', 'AR-066', 'AR-068'],
  title: 'a router is given the objects that it splits, in one way',
  rationale: 'One Ingress or VirtualService is named in the one field, several in the other. With both fields, or none, and without a '
    + 'mapping of Ambassador or a virtual service of App Mesh, the controller marks the Rollout InvalidSpec.',
  bad: joinDocuments(exampleRouted('nginx:\n  stableIngress: web\n  stableIngresses:\n    - web'), exampleIngress('web-stable')),
  good: joinDocuments(exampleRouted('nginx:\n  stableIngress: web'), exampleIngress('web-stable')),
  check(entry, context) {
    const routing = canaryPlace(entry).at('trafficRouting');
    for (const [router, one, many] of ONE_OR_MANY) checkOneOrMany(context, routing.at(router), router, one, many);
    const { ambassador, appMesh } = { ambassador: routing.at('ambassador'), appMesh: routing.at('appMesh') };
    if (ambassador.exists && ambassador.at('mappings').items.length === 0) {
      context.report(ambassador.pointer, 'ambassador has no mappings, so there is nothing to split', {
        received: 'no mappings', expected: 'the name of a Mapping', fix: 'list the Mapping of the stable Service in mappings',
      });
    }
    if (appMesh.exists && !appMesh.at('virtualService').exists) {
      context.report(appMesh.pointer, 'appMesh has no virtualService, so there is nothing to split', {
        received: 'no virtualService', expected: 'the name of a virtual service', fix: 'name it in virtualService.name',
      });
    }
  },
});

function checkOneOrMany(context: RuleContext, config: Place, router: string, one: string, many: string): void {
  if (!config.exists) return;
  const single = config.at(one);
  // An empty text is absent to the controller. An empty list is there, with nothing to split.
  const hasOne = single.exists && single.value !== '';
  const hasMany = config.at(many).exists;
  if (hasOne && hasMany) {
    context.report(config.at(many).pointer, `${router} has ${one} and ${many}, and takes one of the two`, {
      received: `${one} and ${many}`, expected: `${one} or ${many}`, fix: `move what ${one} names into ${many}, and remove ${one}`,
    });
  } else if (!hasOne && config.at(many).items.length === 0) {
    context.report(config.pointer, `${router} has neither ${one} nor ${many}, so there is nothing to split`, {
      received: hasMany ? `an empty ${many}` : 'neither', expected: `${one} or ${many}`, fix: `name the object in ${one}`,
    });
  }
}
