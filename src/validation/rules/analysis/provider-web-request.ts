import { pointer } from '../../../manifests/pointer';
import { certainlyMeant, corrected } from '../../certain-edit';
import { defineRule } from '../../rule';
import { nearest } from '../../schema/similar-name';
import { isSet, textField } from '../rollouts/fields';
import { exampleProvider, exampleTemplate } from './example-analysis';
import { holdsPlaceholder, measuredBy } from './measured-by';
import { METRIC_KINDS } from './template-metrics';

/** A metric that sends a body with this method. */
function bodyExample(method: string): string {
  return exampleTemplate({
    metrics: exampleProvider(
      `web:\n  url: http://web-status.shop.svc.cluster.local/status\n  method: ${method}\n  jsonBody:\n    service: web\n  jsonPath: "{$.ok}"`,
    ),
  });
}

/** The methods that a server may know. Those that the docs name are first. */
const METHODS = ['GET', 'POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS', 'PATCH'];

/** Finds requests that cannot be sent, or that no server answers. */
export const providerWebRequest = defineRule({
  id: 'analysis/provider-web-request',
  severity: 'error',
  kinds: METRIC_KINDS,
  since: '0.1.0',
  implements: ['AR-130', 'AR-131'],
  title: 'a web metric asks by a method of HTTP, and sends one body at most, by POST or PUT',
  rationale: 'The method is GET unless another is given, and the controller sends no body with it, nor two. Any other word goes out as it is, and '
    + 'capitals count: servers refuse it. Every measurement ends in an error, and after five of them the release is aborted.',
  bad: bodyExample('GET'),
  good: bodyExample('POST'),
  check(entry, context) {
    for (const { name, fields, pointer: at } of measuredBy(entry.manifest, 'web')) {
      const bodies = ['body', 'jsonBody'].filter((field) => isSet(fields, field) && fields[field] !== '');
      const method = textField(fields, 'method') || 'GET';
      if (bodies.length === 2) {
        context.report(at, `metric ${name} has a body and a jsonBody`, { received: 'body and jsonBody', expected: 'one of them', fix: 'remove one of them' });
      } else if (bodies.length === 1 && method === 'GET') {
        context.report(pointer(at, bodies[0]!), `metric ${name} sends a ${bodies[0]} by GET`, {
          received: isSet(fields, 'method') ? 'method GET' : 'no method, which is GET', expected: 'POST or PUT', fix: 'set method to POST or PUT, or remove the body',
        });
      }
      if (METHODS.includes(method) || holdsPlaceholder(method)) continue;
      const near = nearest(method, METHODS);
      context.report(pointer(at, 'method'), `metric ${name} asks by ${method}, which is no method of HTTP`, {
        received: method, expected: 'GET, POST or PUT', fix: near ? `did you mean ${near}?` : 'write GET, or leave method out',
        ...corrected(pointer(at, 'method'), certainlyMeant(method, METHODS)),
      });
    }
  },
});
