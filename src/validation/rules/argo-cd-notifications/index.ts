import type { Rule } from '../../rule';
import { entryShape } from './entry-shape';
import { failedSyncCondition } from './failed-sync-condition';
import { jsonSections } from './json-sections';
import { knownFields } from './known-fields';
import { namesDefined } from './names-defined';
import { noValue } from './no-value';
import { secretReferences } from './secret-references';
import { selfServiceSecrets } from './self-service-secrets';
import { serviceKeys } from './service-keys';
import { somebodySubscribed } from './somebody-subscribed';
import { subscriptionList } from './subscription-list';
import { subscriptionServed } from './subscription-served';
import { templateParses } from './template-parses';
import { triggerCompiles } from './trigger-compiles';
import { triggerFires } from './trigger-fires';
import { triggerNames } from './trigger-names';
import { triggerNilSafe } from './trigger-nil-safe';

/** The rules of this folder, sorted by id. */
export const ARGO_CD_NOTIFICATIONS_RULES: readonly Rule[] = [
  entryShape,
  failedSyncCondition,
  jsonSections,
  knownFields,
  namesDefined,
  noValue,
  secretReferences,
  selfServiceSecrets,
  serviceKeys,
  somebodySubscribed,
  subscriptionList,
  subscriptionServed,
  templateParses,
  triggerCompiles,
  triggerFires,
  triggerNames,
  triggerNilSafe,
];
