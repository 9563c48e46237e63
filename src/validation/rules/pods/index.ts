import type { Rule } from '../../rule';
import { env } from './env';
import { knownValues } from './known-values';
import { probeHandlers } from './probe-handlers';
import { probePorts } from './probe-ports';

/** The rules of this folder, sorted by id. */
export const PODS_RULES: readonly Rule[] = [
  env,
  knownValues,
  probeHandlers,
  probePorts,
];
