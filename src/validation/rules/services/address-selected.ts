import { EntryIndex } from '../../../manifests/entry-index';
import { describe } from '../../../manifests/manifest';
import { Place } from '../../../manifests/references/place';
import { madeAt } from '../../made-at';
import { defineRule } from '../../rule';
import { LASTING_POD_KINDS } from '../pods/pods-of';
import { podLabelsOf } from '../practices/workload-pods';

/** The label of cdk8s-plus with the path of a construct. */
const ADDRESS = 'cdk8s.io/metadata.addr';

/** Finds Services that select pods by the address of a construct, which their workload does not. */
export const addressSelected = defineRule({
  id: 'services/address-selected',
  severity: 'warning',
  kinds: ['Service'],
  since: '0.1.0',
  implements: [],
  title: 'a Service selects pods by labels that their workload selects',
  rationale: 'With select: false a workload of cdk8s-plus keeps the labels that it is given, and exposeViaService selects the path of the construct '
    + 'all the same. Pods that run already do not have that label, or that of another path once a construct has moved: from the sync until new pods are '
    + 'ready the Service has no endpoints.',
  bad: example('cdk8s.io/metadata.addr: shop-web-c81a99f2'),
  good: example('app: web'),
  check(entry, context) {
    const address = Place.root(entry.manifest).at('spec', 'selector', ADDRESS);
    if (!address.exists) return;
    const [workload] = AT_ADDRESS.find(context.manifests.of(entry.unit), `${entry.id.namespace}\n${address.text}`);
    if (!workload) return;
    const labels = Place.root(workload.manifest).at('spec', 'selector', 'matchLabels');
    if (!labels.exists || labels.at(ADDRESS).exists) return;
    const [own] = labels.fields;
    if (!own) return;
    const [key, value] = own;
    context.report(address.pointer, `${describe(workload.id)}${madeAt(workload, entry)} does not select this label, so pods of it may run without it`, {
      received: `${ADDRESS}=${address.text}`,
      expected: `${key}=${value.text}`,
      fix: `make it with new kplus.Service(...) and service.selectLabel('${key}', '${value.text}') instead of exposeViaService`,
    });
  },
});

const AT_ADDRESS = new EntryIndex((entry) => {
  const address = LASTING_POD_KINDS.includes(`${entry.id.group}/${entry.id.kind}`) ? podLabelsOf(entry)[ADDRESS] : undefined;
  return typeof address === 'string' ? [`${entry.id.namespace}\n${address}`] : [];
});

function example(selected: string): string {
  return `
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  replicas: 2
  selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels:
        app: web
        cdk8s.io/metadata.addr: shop-web-c81a99f2
    spec:
      containers:
        - name: web
          image: registry.example.com/web:1.4.2
          ports:
            - name: http
              containerPort: 8080
---
apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  selector:
    ${selected}
  ports:
    - port: 80
      targetPort: http
`;
}
