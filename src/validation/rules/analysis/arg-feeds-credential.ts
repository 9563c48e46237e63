import { credentialForm } from '../../../languages/credentials/credential-forms';
import { carriesCredential } from '../../../manifests/credential-header';
import type { JsonObject } from '../../../manifests/json';
import { type Pointer, pointer } from '../../../manifests/pointer';
import { readOnce } from '../../readings';
import { defineRule } from '../../rule';
import { objectField, objectsField, textField } from '../rollouts/fields';
import { ROLLOUT, specOf } from '../rollouts/rollout-strategy';
import { exampleProvider, exampleTemplate } from './example-analysis';
import { rolloutAnalyses } from './rollout-analyses';
import { flattenTemplates } from './template-flattening';
import { METRIC_KINDS, metricsOfSpec, placeholdersIn } from './template-metrics';

/** A template whose argument becomes a header. */
function headerExample(source: string): string {
  return exampleTemplate({
    args: `    - name: bearer\n${source}`,
    metrics: exampleProvider(
      'web:\n  url: https://status.example.com/web\n  jsonPath: "{$.ok}"\n  headers:\n    - key: Authorization\n      value: "Bearer {{args.bearer}}"',
    ),
  });
}

/** Finds credentials that reach a provider by way of an argument. */
export const argFeedsCredential = defineRule({
  id: 'analysis/arg-feeds-credential',
  severity: 'error',
  kinds: [ROLLOUT, ...METRIC_KINDS],
  since: '0.1.0',
  implements: ['P31'],
  title: 'an argument that becomes a credential is read from a Secret',
  rationale: 'What stands in an Authorization header is a credential, by whatever argument it gets there. Written as the value of the '
    + 'argument it goes to Git, and into every AnalysisRun, where everybody who may read runs can see it.',
  bad: headerExample('      value: letmein-of-the-shop'),
  good: headerExample('      valueFrom:\n        secretKeyRef:\n          name: metrics\n          key: token'),
  check(entry, context) {
    const verify = (owner: JsonObject | undefined, at: Pointer, secret: ReadonlySet<string>): void => {
      for (const [index, arg] of objectsField(owner, 'args')) {
        const [name, value] = [textField(arg, 'name'), textField(arg, 'value')];
        // What is a credential by its form is for another rule to find.
        if (value === '' || value.includes('{{') || !secret.has(name) || credentialForm(value) !== undefined) continue;
        context.report(pointer(at, 'args', index, 'value'), `the argument ${name} becomes a credential, and is written as text`, {
          received: 'text',
          expected: 'valueFrom.secretKeyRef in the template',
          fix: 'declare the argument with valueFrom.secretKeyRef in the template, pass nothing, and rotate what was committed',
        });
      }
    };
    if (entry.manifest.kind !== 'Rollout') {
      const spec = specOf(entry.manifest) ?? {};
      verify(spec, '/spec', credentialArgs(spec));
      return;
    }
    for (const analysis of rolloutAnalyses(entry.manifest)) {
      const { templates } = flattenTemplates(entry, analysis, context.manifests);
      verify(analysis.analysis, analysis.pointer, new Set(templates.flatMap(({ spec }) => [...credentialArgs(spec)])));
    }
  },
});

/** The arguments that stand in a header with a credential, or in a client secret. */
const credentialArgs = readOnce((spec: JsonObject): ReadonlySet<string> => {
  const texts = metricsOfSpec(spec).flatMap(({ metric }) => ['prometheus', 'web'].flatMap((provider) => {
    const fields = objectField(objectField(metric, 'provider'), provider);
    const headers = objectsField(fields, 'headers').filter(([, header]) => carriesCredential(textField(header, 'key')));
    const oauth2 = objectField(objectField(fields, 'authentication'), 'oauth2');
    return [...headers.map(([, header]) => textField(header, 'value')), textField(oauth2, 'clientSecret')];
  }));
  return new Set(placeholdersIn(texts, '').filter(({ tag }) => tag.startsWith('args.')).map(({ tag }) => tag.slice('args.'.length)));
});
