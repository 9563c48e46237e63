import { Place } from '../../../manifests/references/place';
import { defineRule, type RuleContext } from '../../rule';
import { APPLICATION_KINDS, applicationSpec } from './application-spec';
import { EXAMPLE_SOURCE, exampleApplication } from './example-application';

/** The kinds that live in the core group and so need no `group`. */
const CORE_KINDS: ReadonlySet<string> = new Set([
  'ConfigMap', 'Endpoints', 'Event', 'LimitRange', 'Namespace', 'Node', 'PersistentVolume', 'PersistentVolumeClaim', 'Pod', 'PodTemplate',
  'ReplicationController', 'ResourceQuota', 'Secret', 'Service', 'ServiceAccount',
]);

/** Lists that are in every object of the kinds that have them. */
const ALWAYS_THERE = ['containers'];

/** Finds ignored differences that ignore nothing. */
export const ignoreDifferencesEffective = defineRule({
  id: 'apps/ignore-differences-effective',
  severity: 'warning',
  kinds: APPLICATION_KINDS,
  since: '0.1.0',
  implements: ['CD-094', 'CD-095', 'CD-096'],
  title: 'every ignored difference can match something',
  rationale:
    'Argo CD skips an entry that matches nothing and says so in a debug log at most, so the object stays OutOfSync or self-heal '
    + 'fights its controller. A JSON pointer has no wildcards; a jq path fails as a whole where one list is absent; and without '
    + 'group only kinds of the core group match.',
  bad: exampleApplication(`${EXAMPLE_SOURCE}
ignoreDifferences:
  - group: networking.istio.io
    kind: VirtualService
    jsonPointers:
      - /spec/http/*/route`),
  good: exampleApplication(`${EXAMPLE_SOURCE}
ignoreDifferences:
  - group: networking.istio.io
    kind: VirtualService
    jqPathExpressions:
      - .spec.http[]?.route[]?.weight`),
  check(entry, context) {
    for (const ignored of applicationSpec(entry).at('ignoreDifferences').items) checkIgnored(ignored, context);
    // What a set leaves alone in its Applications.
    for (const ignored of Place.root(entry.manifest).at('spec', 'ignoreApplicationDifferences').items) checkPaths(ignored, context);
  },
});

function checkIgnored(ignored: Place, context: RuleContext): void {
  const kind = ignored.at('kind').text;
  if (ignored.at('group').text === '' && /^[A-Za-z]+$/.test(kind) && !CORE_KINDS.has(kind)) {
    context.report(ignored.at('kind').pointer, `without group this is the ${kind} of the core group, which does not exist`, {
      fix: `add group, such as apps for a Deployment or argoproj.io for a Rollout`,
    });
  }
  checkPaths(ignored, context);
}

function checkPaths(ignored: Place, context: RuleContext): void {
  for (const path of ignored.at('jsonPointers').items) {
    if (path.text.split('/').includes('*')) {
      context.report(path.pointer, 'a JSON pointer has no wildcards, so this matches only a field that is called "*"', {
        received: path.text,
        fix: `use jqPathExpressions: ${asJq(path.text)}`,
      });
    } else if (path.text !== '' && !path.text.startsWith('/')) {
      context.report(path.pointer, 'this is no JSON pointer, so it matches nothing', {
        received: path.text,
        expected: 'a path such as /spec/replicas',
        fix: path.text.startsWith('.') ? 'move it to jqPathExpressions' : `write /${path.text.replace(/\./g, '/')}`,
      });
    }
  }
  for (const path of ignored.at('jqPathExpressions').items) {
    if (path.text.startsWith('/')) {
      context.report(path.pointer, 'this is no jq path, and Argo CD compares nothing of the Application until it is one', {
        received: path.text,
        fix: path.text.includes('*') ? `write ${asJq(path.text)}` : 'move it to jsonPointers',
      });
      continue;
    }
    const list = listThatMayBeAbsent(path.text);
    if (list === undefined) continue;
    context.report(path.pointer, `the whole path is skipped for an object without ${list}`, {
      received: path.text,
      fix: `write ${path.text.replace(/\[\](?!\?)/g, '[]?')}`,
    });
  }
}

/** A pointer with wildcards as a jq path: each wildcard runs over a list that may be absent. */
function asJq(jsonPointer: string): string {
  return jsonPointer.slice(1).split('/').reduce((path, segment) => {
    const name = segment.replace(/~1/g, '/').replace(/~0/g, '~');
    if (name === '*') return `${path}[]?`;
    return /^[A-Za-z_]\w*$/.test(name) ? `${path}.${name}` : `${path || '.'}[${JSON.stringify(name)}]`;
  }, '');
}

/** The first list that the path runs through without `?`. */
function listThatMayBeAbsent(path: string): string | undefined {
  for (const [, name = ''] of path.matchAll(/\.([A-Za-z_]\w*)\[\](?!\?)/g)) {
    if (!ALWAYS_THERE.includes(name)) return name;
  }
  return undefined;
}
