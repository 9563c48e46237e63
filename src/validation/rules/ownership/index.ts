import type { Rule } from '../../rule';
import { controllerFieldsIgnored } from './controller-fields-ignored';
import { ignoredFieldsKept } from './ignored-fields-kept';
import { ignoredKindDelivered } from './ignored-kind-delivered';
import { respectedLists } from './respected-lists';
import { serverSideServices } from './server-side-services';

/** The rules of this folder, sorted by id. */
export const OWNERSHIP_RULES: readonly Rule[] = [
  controllerFieldsIgnored,
  ignoredFieldsKept,
  ignoredKindDelivered,
  respectedLists,
  serverSideServices,
];
