import { pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { isSet, textField } from '../rollouts/fields';
import { exampleProvider, exampleTemplate } from './example-analysis';
import { measuredBy } from './measured-by';
import { METRIC_KINDS } from './template-metrics';

/** A metric that sends a body with this method. */
function bodyExample(method: string): string {
  return exampleTemplate({
    metrics: exampleProvider(
      `web:\n  url: http://web-status.shop.svc.cluster.local/status\n  method: ${method}\n  jsonBody:\n    service: web\n  jsonPath: "{$.ok}"`,
    ),
  });
}

/** Finds requests with a body that cannot be sent. */
export const providerWebRequest = defineRule({
  id: 'analysis/provider-web-request',
  severity: 'error',
  kinds: METRIC_KINDS,
  since: '0.1.0',
  implements: ['AR-130', 'AR-131'],
  title: 'a web metric sends one body at most, by POST or PUT',
  rationale: 'The method is GET unless another is given, and the controller sends no body with it, nor two. Every measurement ends in an '
    + 'error, and after five of them the release is aborted.',
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
    }
  },
});
