import type { JsonObject } from '../../../manifests/json';
import { type Pointer, pointer } from '../../../manifests/pointer';
import { defineRule, type RuleContext } from '../../rule';
import { canarySteps } from './canary-steps';
import { exampleIstioCanary, exampleIstioCompanions, joinDocuments } from './example-rollout';
import { isSet, objectField, objectsField, textField } from './fields';
import { hasRouter, ROLLOUT, trafficRoutingOf } from './rollout-strategy';

const KINDS = ['exact', 'prefix', 'regex'];

/** A header step whose header has this value. */
function headerExample(value: string): string {
  return joinDocuments(exampleIstioCanary(`
steps:
  - setCanaryScale:
      replicas: 1
  - setHeaderRoute:
      name: beta-users
      match:
        - headerName: x-beta
          headerValue: ${value}
`, 'managedRoutes:\n  - name: beta-users'), exampleIstioCompanions());
}

/** Reports a value that says nothing or several things. */
function checkValue(context: RuleContext, path: Pointer, value: JsonObject | undefined, what: string, exactOnly: boolean): void {
  const kinds = KINDS.filter((kind) => textField(value, kind) !== '');
  if (exactOnly ? kinds.length === 1 && kinds[0] === 'exact' : kinds.length === 1) return;
  const expected = exactOnly ? 'exact' : 'one of exact, prefix and regex';
  const got = kinds.length === 0 ? 'without a value' : `by ${kinds.join(' and ')}`;
  context.report(path, `${what} is matched ${got}`, {
    received: kinds.join(' and ') || 'no value',
    expected,
    fix: exactOnly ? 'write exact: alb has no other way to match' : `write ${expected}`,
  });
}

/** Finds header, method and path matches without one clear value. */
export const routeMatchValues = defineRule({
  id: 'rollouts/route-match-values',
  severity: 'error',
  kinds: [ROLLOUT],
  since: '0.1.0',
  implements: ['AR-039', 'AR-040', 'AR-041', 'AR-042', 'AR-044', 'AR-045'],
  title: 'a match of a header or mirror route has one value',
  rationale: 'Exactly one of exact, prefix and regex says how a value is compared; ALB compares exactly. Upstream samples that show '
    + 'all three at once are InvalidSpec. Headers of a mirror route are not checked by the controller, but Istio refuses the route '
    + 'that it then writes.',
  bad: headerExample('{ exact: "true", prefix: "t" }'),
  good: headerExample('{ exact: "true" }'),
  check(entry, context) {
    const exactOnly = hasRouter(trafficRoutingOf(entry.manifest), 'alb');
    for (const at of canarySteps(entry.manifest)) {
      for (const [index, match] of objectsField(objectField(at.step, 'setHeaderRoute'), 'match')) {
        const name = textField(match, 'headerName');
        if (!isSet(match, 'headerValue')) continue;
        const path = pointer(at.pointer, 'setHeaderRoute', 'match', index, 'headerValue');
        checkValue(context, path, objectField(match, 'headerValue'), `header ${name}`, exactOnly);
      }
      for (const [index, match] of objectsField(objectField(at.step, 'setMirrorRoute'), 'match')) {
        const path = pointer(at.pointer, 'setMirrorRoute', 'match', index);
        for (const key of ['method', 'path']) {
          if (isSet(match, key)) checkValue(context, pointer(path, key), objectField(match, key), key, false);
        }
        const headers = objectField(match, 'headers') ?? {};
        for (const name of Object.keys(headers).sort()) {
          checkValue(context, pointer(path, 'headers', name), objectField(headers, name), `header ${name}`, false);
        }
      }
    }
  },
});
