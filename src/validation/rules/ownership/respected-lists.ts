import { leadsThroughList } from '../../../ownership/ignore-difference';
import { defineRule } from '../../rule';
import { APPLICATION_KINDS, applicationSpec } from '../apps/application-spec';
import { EXAMPLE_SOURCE, exampleApplication } from '../apps/example-application';
import { syncOption } from './ignored-entries';

/** Groups whose kinds Argo CD merges item by item. */
const BUILT_IN = /^(|apps|batch|autoscaling|policy|extensions|(networking|rbac\.authorization|admissionregistration|apiextensions|apiregistration|storage|scheduling|node|coordination|discovery|events|certificates)\.k8s\.io)$/;

const IGNORED = `
ignoreDifferences:
  - group: networking.istio.io
    kind: VirtualService
    jqPathExpressions:
      - .spec.http[]?.route[]?.weight`;

/** Finds ignored fields in lists of custom resources that are kept along with the whole list. */
export const respectedLists = defineRule({
  id: 'ownership/respected-lists',
  severity: 'warning',
  kinds: APPLICATION_KINDS,
  since: '0.1.0',
  implements: [],
  title: 'ignored fields in lists of custom resources are not kept when the object is applied',
  rationale:
    'With RespectIgnoreDifferences=true Argo CD puts what it ignores from the cluster into what it applies. Of a custom resource it takes '
    + 'the whole list then: a route, a header or a timeout that somebody commits beside an ignored weight is never applied, and the '
    + 'Application shows Synced.',
  bad: exampleApplication(`${EXAMPLE_SOURCE}
syncPolicy:
  syncOptions:
    - RespectIgnoreDifferences=true
${IGNORED}`),
  good: exampleApplication(`${EXAMPLE_SOURCE}
syncPolicy:
  syncOptions:
    - ApplyOutOfSyncOnly=true
${IGNORED}`),
  check(entry, context) {
    const option = syncOption(entry, 'RespectIgnoreDifferences=true');
    if (!option) return;
    for (const ignored of applicationSpec(entry).at('ignoreDifferences').items) {
      if (BUILT_IN.test(ignored.at('group').text)) continue;
      const list = [...ignored.at('jqPathExpressions').items, ...ignored.at('jsonPointers').items].find(({ text }) => leadsThroughList(text));
      if (!list) continue;
      context.report(list.pointer, `with RespectIgnoreDifferences=true the whole list stays as it is in the cluster, and changes of it in Git are never applied`, {
        received: list.text,
        expected: 'no RespectIgnoreDifferences=true beside fields in lists',
        fix: 'take RespectIgnoreDifferences=true out and leave ApplyOutOfSyncOnly=true, or put the object into an Application of its own',
      });
    }
  },
});
