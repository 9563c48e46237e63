import type { Rule } from '../../rule';
import { addedLabels } from './added-labels';
import { affinityExpressions } from './affinity-expressions';
import { capabilityName } from './capability-name';
import { containerPorts } from './container-ports';
import { containers } from './containers';
import { cronSchedule } from './cron-schedule';
import { dangerousCapability } from './dangerous-capability';
import { dropCapabilities } from './drop-capabilities';
import { env } from './env';
import { ephemeralContainers } from './ephemeral-containers';
import { fieldReferences } from './field-references';
import { hostNamespaces } from './host-namespaces';
import { hostPath } from './host-path';
import { hostPorts } from './host-ports';
import { imagePullPolicy } from './image-pull-policy';
import { imageRegistry } from './image-registry';
import { imageTag } from './image-tag';
import { imageVariables } from './image-variables';
import { images } from './images';
import { initContainers } from './init-containers';
import { knownValues } from './known-values';
import { livenessProbe } from './liveness-probe';
import { metadata } from './metadata';
import { noHostPort } from './no-host-port';
import { objectNames } from './object-names';
import { privilegeEscalation } from './privilege-escalation';
import { privileged } from './privileged';
import { privilegedPort } from './privileged-port';
import { probeHandlers } from './probe-handlers';
import { probePortListed } from './probe-port-listed';
import { probePorts } from './probe-ports';
import { procMount } from './proc-mount';
import { readOnlyRootFilesystem } from './read-only-root-filesystem';
import { readinessProbe } from './readiness-probe';
import { resourceNames } from './resource-names';
import { resources } from './resources';
import { restartPolicy } from './restart-policy';
import { runAsNonRoot } from './run-as-non-root';
import { seccompProfile } from './seccomp-profile';
import { security } from './security';
import { sensitiveHostPath } from './sensitive-host-path';
import { serviceAccountField } from './service-account-field';
import { serviceAccountToken } from './service-account-token';
import { sourceNames } from './source-names';
import { spread } from './spread';
import { sysctls } from './sysctls';
import { tolerations } from './tolerations';
import { volumeMounts } from './volume-mounts';
import { volumes } from './volumes';

/** The rules of this folder, sorted by id. */
export const PODS_RULES: readonly Rule[] = [
  addedLabels,
  affinityExpressions,
  capabilityName,
  containerPorts,
  containers,
  cronSchedule,
  dangerousCapability,
  dropCapabilities,
  env,
  ephemeralContainers,
  fieldReferences,
  hostNamespaces,
  hostPath,
  hostPorts,
  imagePullPolicy,
  imageRegistry,
  imageTag,
  imageVariables,
  images,
  initContainers,
  knownValues,
  livenessProbe,
  metadata,
  noHostPort,
  objectNames,
  privilegeEscalation,
  privileged,
  privilegedPort,
  probeHandlers,
  probePortListed,
  probePorts,
  procMount,
  readOnlyRootFilesystem,
  readinessProbe,
  resourceNames,
  resources,
  restartPolicy,
  runAsNonRoot,
  seccompProfile,
  security,
  sensitiveHostPath,
  serviceAccountField,
  serviceAccountToken,
  sourceNames,
  spread,
  sysctls,
  tolerations,
  volumeMounts,
  volumes,
];
