import type { Place } from '../../../manifests/references/place';
import { defineRule, type RuleContext } from '../../rule';
import { exampleServices, joinDocuments } from '../rollouts/example-rollout';
import { routesOf, VIRTUAL_SERVICE } from './destinations';
import { examplePublicRoute } from './example-istio';

function redirectExample(code: number): string {
  return joinDocuments(exampleServices('web'), examplePublicRoute(`http:\n  - redirect:\n      uri: /new\n      redirectCode: ${code}`));
}

/** Finds rewrites, redirects and answers that Istio does not take. */
export const istioHttpRewrites = defineRule({
  id: 'istio/http-rewrites',
  severity: 'error',
  kinds: [VIRTUAL_SERVICE],
  since: '0.1.0',
  implements: ['IS-022', 'IS-023', 'IS-024'],
  title: 'rewrites, redirects and answers say what they change',
  rationale: 'Istio refuses a rewrite or redirect that changes nothing, a rewrite of the path in two ways, a redirect with a code other '
    + 'than 3xx or a scheme other than http and https, and an answer whose status is not from 200 to 600.',
  bad: redirectExample(200),
  good: redirectExample(308),
  check(entry, context) {
    for (const route of routesOf(entry, 'http')) {
      if (route.at('rewrite').exists) checkRewrite(context, route.at('rewrite'));
      if (route.at('redirect').exists) checkRedirect(context, route.at('redirect'));
      const status = route.at('directResponse', 'status');
      checkNumber(context, status, 200, 600, 'status');
    }
  },
});

function checkRewrite(context: RuleContext, rewrite: Place): void {
  const regex = rewrite.at('uriRegexRewrite');
  if (rewrite.at('uri').text === '' && rewrite.at('authority').text === '' && !regex.exists) {
    context.report(rewrite.pointer, 'this rewrite changes nothing', { received: 'no uri, uriRegexRewrite or authority', expected: 'one of them', fix: 'write uri, or remove rewrite' });
  }
  if (!regex.exists) return;
  if (rewrite.at('uri').text !== '') {
    context.report(regex.pointer, 'uri and uriRegexRewrite are both set', { received: 'uri and uriRegexRewrite', expected: 'one of the two', fix: 'remove one' });
  }
  for (const field of ['match', 'rewrite']) {
    if (regex.at(field).text !== '') continue;
    context.report(regex.pointer, `uriRegexRewrite has no ${field}`, { received: 'half of it', expected: 'match and rewrite', fix: `write ${field}` });
  }
}

function checkRedirect(context: RuleContext, redirect: Place): void {
  const changes = ['uri', 'authority', 'scheme'].some((field) => redirect.at(field).text !== '');
  if (!changes && !redirect.at('port').exists && !redirect.at('derivePort').exists) {
    context.report(redirect.pointer, 'this redirect changes nothing', { received: 'no uri, authority, scheme or port', expected: 'one of them', fix: 'write where to' });
  }
  if (redirect.at('redirectCode').value !== 0) checkNumber(context, redirect.at('redirectCode'), 300, 399, 'redirectCode');
  const scheme = redirect.at('scheme');
  if (['', 'http', 'https'].includes(scheme.text)) return;
  context.report(scheme.pointer, `scheme ${scheme.text} is none of a redirect`, { received: scheme.text, expected: 'http or https', fix: 'write http or https' });
}

function checkNumber(context: RuleContext, place: Place, least: number, most: number, name: string): void {
  if (typeof place.value !== 'number' || (place.value >= least && place.value <= most)) return;
  context.report(place.pointer, `${name} is ${place.value}`, { received: String(place.value), expected: `${least} to ${most}`, fix: `write a number from ${least} to ${most}` });
}
