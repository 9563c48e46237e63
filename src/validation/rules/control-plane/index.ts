import type { Rule } from '../../rule';
import { configKeys } from './config-keys';
import { notificationEntries } from './notification-entries';
import { notificationFields } from './notification-fields';
import { notificationNames } from './notification-names';
import { pluginEntries } from './plugin-entries';
import { pluginListed } from './plugin-listed';
import { recipientKnown } from './recipient-known';
import { subscriptionServed } from './subscription-served';
import { subscriptionSyntax } from './subscription-syntax';

/** The rules of this folder, sorted by id. */
export const CONTROL_PLANE_RULES: readonly Rule[] = [
  configKeys,
  notificationEntries,
  notificationFields,
  notificationNames,
  pluginEntries,
  pluginListed,
  recipientKnown,
  subscriptionServed,
  subscriptionSyntax,
];
