import type { AppProjectSpec, AppProjectSpecDestinationServiceAccount } from '../../../imports/types/argo-cd/app-project';
import { groupProblem, kindProblem } from '../../languages/kind-patterns';
import { InputError } from '../../manifests/input-error';
import { Destination } from '../destination';
import type { AppProjectProps, ClusterResource, DestinationServiceAccount, GroupKind } from './app-project-props';
import type { ProjectDestination } from './destination-pattern';
import { checkedGlob, checkedPathPattern } from './pattern';
import { refuseKeys, repositoryUrl } from './source-integrity';

/** The spec of a project of this name. */
export function projectSpec(name: string, props: AppProjectProps): AppProjectSpec {
  const { orphanedResources: orphaned, sourceIntegrity = [] } = props;
  return {
    description: props.description,
    sourceRepos: props.sourceRepositories.map((one) => sourceRepository(repositoryUrl(one))),
    destinations: props.destinations.flatMap(destinationsOf),
    sourceNamespaces: listed(props.sourceNamespaces),
    clusterResourceWhitelist: listed(props.clusterResources?.map(clusterResource)),
    clusterResourceBlacklist: listed(props.deniedClusterResources?.map(clusterResource)),
    namespaceResourceWhitelist: listed(props.namespaceResources?.map(groupKind)),
    namespaceResourceBlacklist: listed(props.deniedNamespaceResources?.map(groupKind)),
    orphanedResources: orphaned && { warn: orphaned.warn || undefined, ignore: listed(orphaned.ignore) },
    sourceIntegrity: sourceIntegrity.length > 0 ? { git: { policies: sourceIntegrity.map((policy) => policy._toKube()) } } : undefined,
    signatureKeys: listed(signatureKeysOf(props)),
    destinationServiceAccounts: listed(props.destinationServiceAccounts?.map(serviceAccount)),
    permitOnlyProjectScopedClusters: props.permitOnlyProjectScopedClusters || undefined,
    syncWindows: listed(props.syncWindows?.map((window) => window._toKube())),
    roles: listed(props.roles?.map((role) => role._toKube(name))),
  };
}

function signatureKeysOf(props: AppProjectProps): NonNullable<AppProjectSpec['signatureKeys']> {
  const keys: readonly string[] = props.signatureKeys ?? [];
  if (keys.length > 0 && props.sourceIntegrity && props.sourceIntegrity.length > 0) {
    throw new InputError('the project has signatureKeys and sourceIntegrity, and Argo CD ignores the first. move the keys to SourceIntegrity.signedHead');
  }
  refuseKeys(keys);
  return keys.map((keyID) => ({ keyID }));
}

/** An empty list says nothing, and one that forbids all does so by being there. */
function listed<T>(list: readonly T[] | undefined): readonly T[] | undefined {
  return list && list.length > 0 ? list : undefined;
}

function sourceRepository(glob: string): string {
  // As part of a URL it is escaped before it is compared.
  const lost = /[{}\\^]/.exec(glob);
  if (lost) {
    throw new InputError(`a source repository of the project is ${JSON.stringify(glob)}, and Argo CD escapes ${lost[0]} in URLs, so it would fit nothing. ` +
      'list each repository, or use * and **');
  }
  return checkedGlob(glob, 'a source repository of the project');
}

function destinationsOf(destination: ProjectDestination): NonNullable<AppProjectSpec['destinations']> {
  if (!(destination instanceof Destination)) return destination._toKube();
  if (destination.namespace !== undefined) return [destination._toKube()];
  throw new InputError(`the destination on ${destination.cluster} names no namespace, so it would permit objects outside of namespaces alone. ` +
    'name one, or pass DestinationPattern.namespaces(Destination.cluster(...), \'shop-*\')');
}

function groupKind({ group, kind }: GroupKind): GroupKind {
  const problem = groupProblem(group, 'write \'\'') ?? kindProblem(kind);
  if (problem) throw new InputError(`the project lists the kind ${kind} of the group ${JSON.stringify(group)}, which no object has: ${problem.message}. ${problem.fix}`);
  return { group: checkedPathPattern(group, 'the group of a resource'), kind: checkedPathPattern(kind, 'the kind of a resource') };
}

function clusterResource({ name, ...rest }: ClusterResource): ClusterResource {
  return { ...groupKind(rest), name: name === undefined ? undefined : checkedPathPattern(name, 'the name of a resource') };
}

function serviceAccount({ server, namespace, serviceAccount: name }: DestinationServiceAccount): AppProjectSpecDestinationServiceAccount {
  if (name.trim() === '' || /[!*[\]{}\\/]/.test(name)) {
    throw new InputError(`the ServiceAccount of a destination is ${JSON.stringify(name)}. give its name, or namespace:name, without patterns`);
  }
  return {
    server: checkedGlob(server, 'the server of a ServiceAccount'),
    namespace: checkedGlob(namespace, 'the namespace of a ServiceAccount'),
    defaultServiceAccount: name,
  };
}
