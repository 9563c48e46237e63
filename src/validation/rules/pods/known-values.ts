import type { JsonObject } from '../../../manifests/json';
import { type Pointer, pointer } from '../../../manifests/pointer';
import { defineRule, type RuleContext } from '../../rule';
import { objectField, objectsField, textField } from '../rollouts/fields';
import type { ContainerAt } from '../rollouts/pod-template';
import { examplePods } from './example-pods';
import { containersOfPods, POD_KINDS, PODS_REFUSED, podsOf } from './pods-of';

/** The words that fields of one place may hold. */
type Words = Readonly<Record<string, readonly string[]>>;

const OF_POD: Words = {
  dnsPolicy: ['ClusterFirst', 'ClusterFirstWithHostNet', 'Default', 'None'],
  preemptionPolicy: ['PreemptLowerPriority', 'Never'],
};
const OF_SECURITY: Words = {
  fsGroupChangePolicy: ['Always', 'OnRootMismatch'],
  supplementalGroupsPolicy: ['Merge', 'Strict'],
};
const OF_PROFILE: Words = { type: ['RuntimeDefault', 'Localhost', 'Unconfined'] };
const OF_CONTAINER: Words = {
  imagePullPolicy: ['Always', 'IfNotPresent', 'Never'],
  restartPolicy: ['Always', 'Never', 'OnFailure'],
  terminationMessagePolicy: ['File', 'FallbackToLogsOnError'],
};
const OF_MOUNT: Words = {
  mountPropagation: ['None', 'HostToContainer', 'Bidirectional'],
  recursiveReadOnly: ['Disabled', 'IfPossible', 'Enabled'],
};
const OF_HTTP: Words = { scheme: ['HTTP', 'HTTPS'] };
const OF_HOST_PATH: Words = { type: ['DirectoryOrCreate', 'Directory', 'FileOrCreate', 'File', 'Socket', 'CharDevice', 'BlockDevice'] };
const OF_EMPTY_DIR: Words = { medium: ['Memory', 'HugePages'] };
const OF_PORT: Words = { protocol: ['TCP', 'UDP', 'SCTP'] };
const PROBES = ['livenessProbe', 'readinessProbe', 'startupProbe'];
const HOOKS = ['postStart', 'preStop'];

/** Finds words in pods that Kubernetes does not know. */
export const knownValues = defineRule({
  id: 'pods/known-values',
  severity: 'error',
  kinds: POD_KINDS,
  since: '0.1.0',
  implements: ['AR-008'],
  title: 'policies and protocols of pods are words that Kubernetes knows',
  rationale: `${PODS_REFUSED} The medium of an emptyDir is only looked at by the kubelet, which then does not start the pod.`,
  bad: examplePods({ container: 'imagePullPolicy: IfNotThere' }),
  good: examplePods({ container: 'imagePullPolicy: IfNotPresent' }),
  check(entry, context) {
    for (const pods of podsOf(entry)) {
      reportUnknown(context, `${pods.pointer}/spec`, pods.spec, OF_POD);
      const dns = objectField(pods.spec, 'dnsConfig');
      if (textField(pods.spec, 'dnsPolicy') === 'None' && (!dns || !Array.isArray(dns.nameservers) || dns.nameservers.length === 0)) {
        context.report(`${pods.pointer}/spec/dnsPolicy`, 'dnsPolicy None comes without a name server', {
          received: 'None', expected: 'dnsConfig.nameservers with at least one address', fix: 'list name servers in dnsConfig, or leave dnsPolicy out',
        });
      }
      reportSecurity(context, `${pods.pointer}/spec/securityContext`, objectField(pods.spec, 'securityContext'));
      for (const [index, volume] of objectsField(pods.spec, 'volumes')) {
        const at = pointer(`${pods.pointer}/spec/volumes`, index);
        reportUnknown(context, pointer(at, 'hostPath'), objectField(volume, 'hostPath'), OF_HOST_PATH);
        const emptyDir = objectField(volume, 'emptyDir');
        // Huge pages of one size, such as HugePages-2Mi.
        if (!textField(emptyDir, 'medium').startsWith('HugePages-')) reportUnknown(context, pointer(at, 'emptyDir'), emptyDir, OF_EMPTY_DIR);
      }
      for (const at of containersOfPods(pods)) reportContainer(context, at);
    }
  },
});

function reportContainer(context: RuleContext, { pointer: at, container }: ContainerAt): void {
  reportUnknown(context, at, container, OF_CONTAINER);
  reportSecurity(context, pointer(at, 'securityContext'), objectField(container, 'securityContext'));
  for (const [index, port] of objectsField(container, 'ports')) reportUnknown(context, pointer(at, 'ports', index), port, OF_PORT);
  for (const [index, mount] of objectsField(container, 'volumeMounts')) reportUnknown(context, pointer(at, 'volumeMounts', index), mount, OF_MOUNT);
  for (const key of PROBES) reportUnknown(context, pointer(at, key, 'httpGet'), objectField(objectField(container, key), 'httpGet'), OF_HTTP);
  const lifecycle = objectField(container, 'lifecycle');
  for (const key of HOOKS) reportUnknown(context, pointer(at, 'lifecycle', key, 'httpGet'), objectField(objectField(lifecycle, key), 'httpGet'), OF_HTTP);
}

function reportSecurity(context: RuleContext, at: Pointer, security: JsonObject | undefined): void {
  if (!security) return;
  reportUnknown(context, at, security, OF_SECURITY);
  for (const key of ['appArmorProfile', 'seccompProfile']) reportUnknown(context, pointer(at, key), objectField(security, key), OF_PROFILE);
}

function reportUnknown(context: RuleContext, at: Pointer, parent: JsonObject | undefined, words: Words): void {
  if (!parent) return;
  for (const [key, values] of Object.entries(words)) {
    const value = textField(parent, key);
    // An empty word is filled with the default.
    if (value === '' || values.includes(value)) continue;
    const meant = values.find((known) => known.toLowerCase() === value.trim().toLowerCase());
    const field = pointer(at, key);
    context.report(field, `there is no ${key} "${value}"`, {
      received: value,
      expected: values.join(', '),
      fix: meant === undefined ? `write one of these, or leave ${key} out` : `write ${meant}`,
      edit: meant === undefined ? undefined : { op: 'set', pointer: field, value: meant },
    });
  }
}
