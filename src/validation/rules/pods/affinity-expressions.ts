import type { JsonObject } from '../../../manifests/json';
import { type Pointer, pointer } from '../../../manifests/pointer';
import { defineRule, type RuleContext } from '../../rule';
import { isSet, listField, objectField, objectsField, textField } from '../rollouts/fields';
import { selectorProblems } from '../rollouts/label-selector';
import { examplePods } from './example-pods';
import { POD_KINDS, PODS_REFUSED, podsOf } from './pods-of';

const PREFERRED = 'preferredDuringSchedulingIgnoredDuringExecution';
const REQUIRED = 'requiredDuringSchedulingIgnoredDuringExecution';
const OPERATORS = ['In', 'NotIn', 'Exists', 'DoesNotExist', 'Gt', 'Lt'];

/** Pods that run on nodes with a label, compared by this operator. */
function nodes(operator: string): string {
  return examplePods({ pod: `affinity:
  nodeAffinity:
    ${REQUIRED}:
      nodeSelectorTerms:
        - matchExpressions:
            - key: kubernetes.io/arch
              operator: ${operator}
              values:
                - arm64` });
}

/** Finds comparisons of labels that there are not, in what pods ask of nodes and of other pods. */
export const affinityExpressions = defineRule({
  id: 'pods/affinity-expressions',
  severity: 'error',
  kinds: POD_KINDS,
  since: '0.1.0',
  implements: ['AR-008'],
  title: 'affinities and spread constraints compare labels as Kubernetes can',
  rationale: `${PODS_REFUSED} In and NotIn need a list of values, Exists and DoesNotExist have none, Gt and Lt compare with one number and are for nodes only.`,
  bad: nodes('Equals'),
  good: nodes('In'),
  check(entry, context) {
    for (const pods of podsOf(entry)) {
      const spec = `${pods.pointer}/spec`;
      for (const [index, constraint] of objectsField(pods.spec, 'topologySpreadConstraints')) {
        reportSelector(context, pointer(`${spec}/topologySpreadConstraints`, index), constraint, 'labelSelector');
      }
      const affinity = objectField(pods.spec, 'affinity');
      for (const key of ['podAffinity', 'podAntiAffinity']) {
        const terms = objectField(affinity, key);
        const at = pointer(`${spec}/affinity`, key);
        for (const [index, term] of objectsField(terms, REQUIRED)) reportTerm(context, pointer(at, REQUIRED, index), term);
        for (const [index, weighted] of objectsField(terms, PREFERRED)) {
          reportTerm(context, pointer(at, PREFERRED, index, 'podAffinityTerm'), objectField(weighted, 'podAffinityTerm'));
        }
      }
      const nodeAffinity = objectField(affinity, 'nodeAffinity');
      const at = `${spec}/affinity/nodeAffinity`;
      for (const [index, term] of objectsField(objectField(nodeAffinity, REQUIRED), 'nodeSelectorTerms')) {
        reportNodes(context, pointer(at, REQUIRED, 'nodeSelectorTerms', index), term);
      }
      for (const [index, weighted] of objectsField(nodeAffinity, PREFERRED)) {
        reportNodes(context, pointer(at, PREFERRED, index, 'preference'), objectField(weighted, 'preference'));
      }
    }
  },
});

function reportTerm(context: RuleContext, at: Pointer, term: JsonObject | undefined): void {
  reportSelector(context, at, term, 'labelSelector');
  reportSelector(context, at, term, 'namespaceSelector');
}

function reportSelector(context: RuleContext, at: Pointer, parent: JsonObject | undefined, key: string): void {
  const selector = objectField(parent, key);
  if (!selector) return;
  for (const { path, message, received, expected } of selectorProblems(selector)) {
    context.report(pointer(at, key, ...path), message, { received, expected, fix: `write ${expected}` });
  }
}

function reportNodes(context: RuleContext, at: Pointer, term: JsonObject | undefined): void {
  for (const [index, expression] of objectsField(term, 'matchExpressions')) {
    const where = pointer(at, 'matchExpressions', index);
    const operator = textField(expression, 'operator');
    const { length } = listField(expression, 'values');
    if (!OPERATORS.includes(operator)) {
      if (!isSet(expression, 'operator')) continue;
      context.report(pointer(where, 'operator'), `there is no operator "${operator}" for nodes`, { received: operator, expected: OPERATORS.join(', '), fix: 'write one of these' });
    } else if ((operator === 'In' || operator === 'NotIn') && length === 0) {
      context.report(where, `${operator} has no values`, { received: 'no values', expected: 'at least one value', fix: 'list the values of the label' });
    } else if (/Exist/.test(operator) && length > 0) {
      context.report(pointer(where, 'values'), `${operator} takes no values`, { received: `${length}`, expected: 'no values', fix: 'remove the values, or write In or NotIn' });
    } else if ((operator === 'Gt' || operator === 'Lt') && length !== 1) {
      context.report(where, `${operator} compares with ${length} values`, { received: `${length} values`, expected: 'one number', fix: 'list one number' });
    }
  }
}
