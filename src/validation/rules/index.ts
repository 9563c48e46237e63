import type { PassRule, Rule, RuleDescription } from '../rule';
import { ACCESS_RULES } from './access';
import { ANALYSIS_RULES } from './analysis';
import { APPS_RULES } from './apps';
import { APPSETS_RULES } from './appsets';
import { ARGO_CD_NOTIFICATIONS_RULES } from './argo-cd-notifications';
import { ARGO_CD_SETTINGS_RULES } from './argo-cd-settings';
import { oneConfigMap } from './argo-cd-settings/one-config-map';
import { AUTOSCALING_RULES } from './autoscaling';
import { renders } from './constructs/renders';
import { rootHasChildren } from './constructs/root-has-children';
import { rootIsOutdir } from './constructs/root-is-outdir';
import { settingDelivered } from './constructs/setting-delivered';
import { valid } from './constructs/valid';
import { CONTROL_PLANE_RULES } from './control-plane';
import { EXPERIMENTS_RULES } from './experiments';
import { FLEET_RULES } from './fleet';
import { chartDelivered } from './fleet/chart-delivered';
import { GATEWAY_API_RULES } from './gateway-api';
import { IMAGE_UPDATER_RULES } from './image-updater';
import { ISTIO_RULES } from './istio';
import { KUSTOMIZE_RULES } from './kustomize';
import { fileExists } from './kustomize/file-exists';
import { MANIFESTS_RULES } from './manifests';
import { unique } from './manifests/unique';
import { OWNERSHIP_RULES } from './ownership';
import { PODS_RULES } from './pods';
import { PRACTICES_RULES } from './practices';
import { PROJECTS_RULES } from './projects';
import { RBAC_RULES } from './rbac';
import { REFERENCES_RULES } from './references';
import { ROLLOUTS_RULES } from './rollouts';
import { bounds } from './schema/bounds';
import { duplicate } from './schema/duplicate';
import { enumValue } from './schema/enum';
import { expression } from './schema/expression';
import { format } from './schema/format';
import { knownKind } from './schema/known-kind';
import { required } from './schema/required';
import { type } from './schema/type';
import { unknownField } from './schema/unknown-field';
import { SECRETS_RULES } from './secrets';
import { SERVICES_RULES } from './services';
import { SYNC_RULES } from './sync';
import { TRAFFIC_RULES } from './traffic';
import { expired } from './waivers/expired';
import { knownRule } from './waivers/known-rule';
import { stale } from './waivers/stale';

/** The rules that look at objects, sorted by id. */
export const RULES: readonly Rule[] = [
  ...ACCESS_RULES,
  ...ANALYSIS_RULES,
  ...APPS_RULES,
  ...APPSETS_RULES,
  ...ARGO_CD_NOTIFICATIONS_RULES,
  ...ARGO_CD_SETTINGS_RULES,
  ...AUTOSCALING_RULES,
  ...CONTROL_PLANE_RULES,
  ...EXPERIMENTS_RULES,
  ...FLEET_RULES,
  ...GATEWAY_API_RULES,
  ...IMAGE_UPDATER_RULES,
  ...ISTIO_RULES,
  ...KUSTOMIZE_RULES,
  ...MANIFESTS_RULES,
  ...OWNERSHIP_RULES,
  ...PODS_RULES,
  ...PRACTICES_RULES,
  ...PROJECTS_RULES,
  ...RBAC_RULES,
  ...REFERENCES_RULES,
  ...ROLLOUTS_RULES,
  ...SECRETS_RULES,
  ...SERVICES_RULES,
  ...SYNC_RULES,
  ...TRAFFIC_RULES,
];

/** What the passes over the whole set report, sorted by id. */
export const PASS_RULES: readonly PassRule[] = [
  oneConfigMap,
  renders,
  rootHasChildren,
  rootIsOutdir,
  settingDelivered,
  valid,
  chartDelivered,
  fileExists,
  unique,
  bounds,
  duplicate,
  enumValue,
  expression,
  format,
  knownKind,
  required,
  type,
  unknownField,
  expired,
  knownRule,
  stale,
];

/** Every id that a finding can carry, with what is said about it, sorted by id. */
export const ALL_RULES: ReadonlyArray<RuleDescription & { readonly bad?: string; readonly good?: string }> =
  [...RULES, ...PASS_RULES].sort((a, b) => (a.id < b.id ? -1 : 1));
