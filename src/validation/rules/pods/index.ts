import type { Rule } from '../../rule';
import { addedLabels } from './added-labels';
import { env } from './env';
import { hostPorts } from './host-ports';
import { images } from './images';
import { knownValues } from './known-values';
import { metadata } from './metadata';
import { objectNames } from './object-names';
import { probeHandlers } from './probe-handlers';
import { probePorts } from './probe-ports';
import { resources } from './resources';
import { security } from './security';
import { spread } from './spread';
import { tolerations } from './tolerations';
import { volumes } from './volumes';

/** The rules of this folder, sorted by id. */
export const PODS_RULES: readonly Rule[] = [
  addedLabels,
  env,
  hostPorts,
  images,
  knownValues,
  metadata,
  objectNames,
  probeHandlers,
  probePorts,
  resources,
  security,
  spread,
  tolerations,
  volumes,
];
