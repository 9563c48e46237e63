import { defineRule } from '../../rule';
import { exampleServices, joinDocuments } from '../rollouts/example-rollout';
import { routesOf, VIRTUAL_SERVICE } from './destinations';
import { examplePublicRoute } from './example-istio';
import { checkStringMatch } from './string-match';

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'CONNECT', 'OPTIONS', 'TRACE', '*'];
const HEADER = /^[!#$%&'*+\-.^_`|~A-Za-z0-9]+$/;

function corsExample(method: string): string {
  return joinDocuments(exampleServices('web'), examplePublicRoute(`
http:
  - corsPolicy:
      allowOrigins:
        - exact: https://www.example.com
      allowMethods:
        - ${method}
    route:
      - destination:
          host: web
`));
}

/** Finds settings of CORS that Istio does not take. */
export const istioCors = defineRule({
  id: 'istio/cors',
  severity: 'error',
  kinds: [VIRTUAL_SERVICE],
  since: '0.1.0',
  implements: ['IS-027'],
  title: 'a CORS policy has methods, headers and origins that exist',
  rationale: 'Istio refuses methods that are none of HTTP in capitals, names that are no header, and origins without a text.',
  bad: corsExample('get'),
  good: corsExample('GET'),
  check(entry, context) {
    for (const cors of routesOf(entry, 'http').map((route) => route.at('corsPolicy'))) {
      for (const method of cors.at('allowMethods').items) {
        if (typeof method.value !== 'string' || METHODS.includes(method.text)) continue;
        const capitals = method.text.toUpperCase();
        context.report(method.pointer, `${JSON.stringify(method.text)} is no method`, {
          received: method.text, expected: METHODS.join(', '), fix: METHODS.includes(capitals) ? `write ${capitals}` : 'remove it',
        });
      }
      for (const header of [...cors.at('allowHeaders').items, ...cors.at('exposeHeaders').items]) {
        if (typeof header.value !== 'string' || HEADER.test(header.text)) continue;
        context.report(header.pointer, `${JSON.stringify(header.text)} is no name of a header`, { received: header.text, expected: 'a header such as x-beta', fix: 'correct the name' });
      }
      for (const origin of cors.at('allowOrigins').items) {
        if (['exact', 'prefix', 'regex'].every((kind) => origin.at(kind).text === '')) {
          context.report(origin.pointer, 'this origin has no text', { received: 'no exact, prefix or regex', expected: 'one of them', fix: 'write exact with the origin, such as https://www.example.com' });
        } else checkStringMatch(context, origin);
      }
    }
  },
});
