import { leadsThroughList } from '../../../ownership/ignore-difference';
import { defineRule } from '../../rule';
import { applicationSpec } from '../apps/application-spec';
import { exampleApplication, exampleDelivery } from '../apps/example-application';
import { exampleCanary, joinDocuments } from '../rollouts/example-rollout';
import { writtenInto } from './delivered';
import { entriesFor } from './ignored-entries';

const ROLLOUT = exampleCanary(`canaryService: web-canary
stableService: web-stable
trafficRouting:
  istio:
    virtualService:
      name: web
      routes:
        - primary
steps:
  - setWeight: 20
  - pause:
      duration: 5m`);

function application(ignored: string): string {
  return exampleApplication(`${exampleDelivery('apps/web')}
syncPolicy:
  automated:
    selfHeal: true
  syncOptions:
    - ApplyOutOfSyncOnly=true
ignoreDifferences:
${ignored}`);
}

/** Finds Applications that set back what controllers write. */
export const controllerFieldsIgnored = defineRule({
  id: 'ownership/controller-fields-ignored',
  severity: 'warning',
  kinds: ['argoproj.io/Application'],
  since: '0.1.0',
  implements: ['E41'],
  title: 'an Application that heals itself ignores what controllers write into its objects',
  rationale:
    'Weights that a step sets, or replicas that an autoscaler sets, are a difference to Git. With self-heal Argo CD sets them back at once, '
    + 'the controller writes them again, and traffic jumps to and fro in the middle of a release. An Application that delivers a chart by '
    + 'Source.chart ignores them by itself.',
  bad: joinDocuments(ROLLOUT, application(`  - group: apps
    kind: Deployment
    jsonPointers:
      - /spec/replicas`)),
  good: joinDocuments(ROLLOUT, application(`  - group: networking.istio.io
    kind: VirtualService
    name: web
    jqPathExpressions:
      - .spec.http[]?.route[]?.weight`)),
  check(entry, context) {
    const spec = applicationSpec(entry);
    const automated = spec.at('syncPolicy', 'automated');
    if (automated.at('selfHeal').value !== true || automated.at('enabled').value === false) return;
    const ignored = spec.at('ignoreDifferences');
    const missing = writtenInto(entry, context.manifests)
      .filter((written) => !written.onlyServerSide && entriesFor(entry, written).length === 0);
    const seen = new Set<string>();
    for (const { group = '', kind, name, jqPathExpressions, owner } of missing) {
      const label = `${kind}/${name}`;
      if (seen.has(label)) continue;
      seen.add(label);
      context.report(ignored.exists ? ignored.pointer : spec.pointer, `${owner.controller} writes into ${label}, and nothing of it is ignored: ${owner.reason}`, {
        expected: jqPathExpressions.join(', '),
        fix: `add an entry for kind ${kind} of the group ${group || '""'}${jqPathExpressions.some(leadsThroughList)
          ? ', without RespectIgnoreDifferences, which would keep whole lists' : ''}`,
      });
    }
  },
});
