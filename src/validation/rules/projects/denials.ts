import { Place } from '../../../manifests/references/place';
import { defineRule, type RuleContext } from '../../rule';
import { exampleProject } from './example-project';
import { isDenial } from './project-permissions';

/** Finds denials that permit more than they deny, or that deny nothing. */
export const denials = defineRule({
  id: 'projects/denials',
  severity: 'warning',
  kinds: ['argoproj.io/AppProject'],
  since: '0.1.0',
  implements: [],
  title: 'a denial in a project denies, and permits nothing by the way',
  rationale:
    'An entry !x permits everything that is not x, so beside other entries it opens what they keep closed. A denied namespace counts only '
    + 'where the entry names the server: with the name of a cluster it denies nothing.',
  bad: exampleProject(`
sourceRepos:
  - https://git.example.com/shop/*
  - '!https://git.example.com/shop/secrets'
destinations:
  - server: https://kubernetes.default.svc
    namespace: shop`),
  good: exampleProject(`
sourceRepos:
  - https://git.example.com/shop/web
  - https://git.example.com/shop/api
destinations:
  - server: https://kubernetes.default.svc
    namespace: shop`),
  check(entry, context) {
    const spec = Place.root(entry.manifest).at('spec');
    const repositories = spec.at('sourceRepos').items;
    reportOpening(repositories, ({ text }) => isDenial(text), ({ text }) => /^\*+$/.test(text), context);
    const destinations = spec.at('destinations').items;
    reportOpening(
      destinations,
      (item) => FIELDS.some((field) => isDenial(item.at(field).text)),
      (item) => /^\*+$/.test(item.at('namespace').text) && FIELDS.some((field) => field !== 'namespace' && /^\*+$/.test(item.at(field).text)),
      context,
    );
    for (const item of destinations) {
      if (!isDenial(item.at('namespace').text) || item.at('server').exists) continue;
      context.report(item.at('namespace').pointer, `the namespace ${item.at('namespace').text.slice(1)} is not denied, as the entry names no server`, {
        received: `${item.at('name').text}, namespace ${item.at('namespace').text}`,
        fix: 'list the namespaces that are permitted',
      });
    }
  },
});

const FIELDS = ['server', 'name', 'namespace'];

/** Beside an entry that permits everything, or where there are denials alone, one opens nothing that was closed. */
function reportOpening(
  items: readonly Place[],
  denies: (item: Place) => boolean,
  isAll: (item: Place) => boolean,
  context: RuleContext,
): void {
  if (items.some(isAll) || items.every(denies)) return;
  for (const item of items.filter(denies)) {
    const denied = item.text || FIELDS.map((field) => item.at(field).text).find(isDenial)!;
    context.report(item.pointer, `${denied} permits everything but ${denied.slice(1)}, so the other entries restrict nothing`, {
      received: denied,
      fix: 'take it out, and list what is permitted',
    });
  }
}
