import { Place } from '../../../manifests/references/place';
import { defineRule } from '../../rule';
import { EXAMPLE_PERMISSIONS, exampleProject } from './example-project';

/** Finds denials of everything. */
export const deniesAll = defineRule({
  id: 'projects/denies-all',
  severity: 'error',
  kinds: ['argoproj.io/AppProject'],
  since: '0.1.0',
  implements: ['CD-107', 'CD-110'],
  title: 'no entry of a project denies everything',
  rationale:
    'An entry !* rejects every Application, whatever the other entries permit. The API server refuses such a project when somebody edits it.',
  bad: exampleProject(`
sourceRepos:
  - https://git.example.com/shop/*
  - '!*'
destinations:
  - server: https://kubernetes.default.svc
    namespace: shop`),
  good: exampleProject(EXAMPLE_PERMISSIONS),
  check(entry, context) {
    const spec = Place.root(entry.manifest).at('spec');
    const destinations = spec.at('destinations').items.flatMap((item) => ['server', 'name', 'namespace'].map((field) => item.at(field)));
    for (const place of [...spec.at('sourceRepos').items, ...destinations]) {
      if (place.text !== '!*') continue;
      context.report(place.pointer, `!* rejects every Application of the project ${entry.id.name}`, { received: '!*', fix: 'take it out, and list what is permitted' });
    }
  },
});
