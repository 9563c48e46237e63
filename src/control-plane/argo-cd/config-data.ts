import { goRegExpProblem } from '../../languages/conditions/go-regexp-syntax';
import { groupProblem, kindProblem } from '../../languages/kind-patterns';
import { type DurationLike, durationText } from '../../manifests/duration';
import { InputError } from '../../manifests/input-error';
import type { JsonObject, JsonValue } from '../../manifests/json';
import { yamlOf } from '../../manifests/yaml';
import type { ArgoCdConfigProps, DeepLink, ResourceFilter } from './argo-cd-config-props';
import { actionsEntry, ignoredFieldsEntry, knownTypesEntry } from './customizations';
import { dexToKube, oidcToKube } from './single-sign-on';

type Entry = readonly [string, string | undefined];

/** Every entry of argocd-cm that the props ask for, also those that they ask for twice. */
export function configEntries(props: ArgoCdConfigProps): (readonly [string, string])[] {
  const entries = [...access(props), ...resources(props), ...sources(props), ...userInterface(props), ...Object.entries(props.more ?? {})];
  return entries.filter((entry): entry is readonly [string, string] => entry[1] !== undefined);
}

function access(props: ArgoCdConfigProps): Entry[] {
  return [
    ['url', props.url],
    ['additionalUrls', yaml(props.additionalUrls)],
    ['oidc.config', yaml(props.oidc && oidcToKube(props.oidc))],
    ['dex.config', yaml(props.dex && dexToKube(props.dex))],
    ['dex.auth.connectorId', props.dex?.defaultConnector],
    ['admin.enabled', flag(props.adminEnabled)],
    ['users.anonymous.enabled', flag(props.anonymousUserEnabled)],
    ['users.session.duration', props.userSessionDuration && durationText(props.userSessionDuration, 'userSessionDuration')],
    ['passwordPattern', props.passwordPattern && checkedPattern(props.passwordPattern)],
    ...Object.entries(props.accounts ?? {}).flatMap(([name, { capabilities, enabled }]): Entry[] => [
      [`accounts.${name}`, capabilities.join(', ')],
      [`accounts.${name}.enabled`, flag(enabled)],
    ]),
  ];
}

function resources(props: ArgoCdConfigProps): Entry[] {
  return [
    ['application.resourceTrackingMethod', props.resourceTrackingMethod],
    ['application.instanceLabelKey', props.instanceLabelKey],
    ['installationID', props.installationId],
    ...(props.healthChecks ?? []).flatMap((check) => Object.entries(check._entries())),
    ...(props.actions ?? []).map(actionsEntry),
    ...(props.ignoreDifferences ?? []).map((ignored) => ignoredFieldsEntry('ignoreDifferences', ignored)),
    ...(props.ignoreResourceUpdates ?? []).map((ignored) => ignoredFieldsEntry('ignoreResourceUpdates', ignored)),
    ...(props.knownTypes ?? []).map(knownTypesEntry),
    ['resource.compareoptions', yaml(props.compareOptions && { ...props.compareOptions })],
    ['resource.exclusions', yaml(props.resourceExclusions?.map(filterToKube))],
    ['resource.inclusions', yaml(props.resourceInclusions?.map(filterToKube))],
    ['resource.respectRBAC', props.respectRBAC],
    ['resource.sensitive.mask.annotations', props.sensitiveMaskAnnotations?.join(',')],
    ['globalProjects', yaml(props.globalProjects?.map(({ project, matchLabels }) => ({
      projectName: typeof project === 'string' ? project : project.name, labelSelector: { matchLabels },
    })))],
    ['cluster.inClusterEnabled', flag(props.inClusterEnabled)],
    ['application.sync.impersonation.enabled', flag(props.impersonation && true)],
    ['application.sync.impersonation.enforced', flag(props.impersonation === 'where-a-project-names-one' ? false : undefined)],
    ['application.sync.requireOverridePrivilegeForRevisionSync', flag(props.requireOverridePrivilegeForRevisionSync)],
  ];
}

function sources({ kustomize, helmValuesFileSchemes, reconciliation }: ArgoCdConfigProps): Entry[] {
  return [
    ['kustomize.enable', flag(kustomize?.enabled)],
    ['kustomize.buildOptions', kustomize?.buildOptions],
    ...Object.entries(kustomize?.versions ?? {}).flatMap(([version, { path, buildOptions }]): Entry[] => [
      [`kustomize.path.${version}`, path],
      [`kustomize.buildOptions.${version}`, buildOptions],
    ]),
    ['helm.valuesFileSchemes', helmValuesFileSchemes?.join(', ')],
    ['timeout.reconciliation', time(reconciliation?.timeout, 'timeout')],
    ['timeout.reconciliation.jitter', time(reconciliation?.jitter, 'jitter')],
    ['timeout.hard.reconciliation', time(reconciliation?.hard, 'hard')],
  ];
}

function userInterface(props: ArgoCdConfigProps): Entry[] {
  const { banner, helpChat, execShells } = props;
  return [
    ['application.links', yaml(props.applicationLinks?.map(linkToKube))],
    ['project.links', yaml(props.projectLinks?.map(linkToKube))],
    ['resource.links', yaml(props.resourceLinks?.map(linkToKube))],
    ['statusbadge.enabled', flag(props.statusBadge)],
    ['exec.enabled', flag(execShells && true)],
    ['exec.shells', execShells?.join(',')],
    ['ui.bannercontent', banner?.content],
    ['ui.bannerurl', banner?.url],
    ['ui.bannerpermanent', flag(banner?.permanent)],
    ['ui.bannerposition', banner?.position],
    ['help.chatUrl', helpChat?.url],
    ['help.chatText', helpChat?.text],
    ['application.allowedNodeLabels', props.allowedNodeLabels?.join(',')],
    ['extension.config', yaml(props.extensions && { extensions: props.extensions })],
  ];
}

function checkedPattern(pattern: string): string {
  const problem = goRegExpProblem(pattern);
  if (problem !== undefined) throw new InputError(`passwordPattern is ${JSON.stringify(pattern)}, with which nobody could set a password: ${problem}. write one as Go has them, such as ^.{12,64}$`);
  return pattern;
}

function filterToKube({ apiGroups, kinds, clusters }: ResourceFilter): JsonObject {
  for (const group of apiGroups ?? []) {
    const problem = groupProblem(group, 'write \'\'');
    if (problem) throw new InputError(`a list of resources would match nothing: ${problem.message}. ${problem.fix}`);
  }
  for (const kind of kinds ?? []) {
    const problem = kindProblem(kind);
    if (problem) throw new InputError(`a list of resources would match nothing: ${problem.message}. ${problem.fix}`);
    if (kind !== '*' && kind.includes('*')) {
      throw new InputError(`a list of resources has the kind ${JSON.stringify(kind)}, and Argo CD takes no pattern there. write each kind, or * alone`);
    }
  }
  return { apiGroups, kinds, clusters };
}

function linkToKube({ iconClass, if: condition, ...link }: DeepLink): JsonObject {
  return { ...link, 'icon.class': iconClass, 'if': condition };
}

function yaml(value: JsonValue | undefined): string | undefined {
  return value === undefined ? undefined : yamlOf(value);
}

function flag(value: boolean | undefined): string | undefined {
  return value === undefined ? undefined : String(value);
}

function time(duration: DurationLike | 'never' | 'none' | undefined, what: string): string | undefined {
  if (duration === undefined) return undefined;
  return duration === 'never' || duration === 'none' ? '0s' : durationText(duration, `${what} of reconciliation`);
}
