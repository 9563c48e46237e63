import type { Rule } from '../../rule';
import { autoscalerBounds } from './bounds';
import { noFixedReplicas } from './no-fixed-replicas';
import { oneAutoscalerATarget } from './one-autoscaler-a-target';
import { scaledObjectCounts } from './scaled-object-counts';
import { scaledObjectTriggers } from './scaled-object-triggers';
import { targetKind } from './target-kind';

/** The rules of this folder, sorted by id. */
export const AUTOSCALING_RULES: readonly Rule[] = [
  autoscalerBounds,
  noFixedReplicas,
  oneAutoscalerATarget,
  scaledObjectCounts,
  scaledObjectTriggers,
  targetKind,
];
