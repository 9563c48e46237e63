import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import type { AppProjectSpec } from '../../imports/types/argo-cd/app-project';
import { adopt } from '../app/adopt';
import { subscriptionAnnotations } from '../app/notification-subscription';
import { fail } from '../render/construct-error';
import { nameFor } from '../render/object-name';
import type { AppProjectProps } from './projects/app-project-props';
import { projectSpec } from './projects/project-spec';

// Argo CD keeps a project that is deleted until no Application names it.
const FINALIZER = 'resources-finalizer.argocd.argoproj.io';

/**
 * What the Applications of a team may do: where they come from, where they go, which kinds they have, and who may touch them.
 * Nothing is permitted that is not listed.
 *
 * @see pkg/apis/application/v1alpha1/app_project_types.go in argoproj/argo-cd
 */
export class AppProject extends Construct {
  private readonly object: ApiObject;

  public constructor(scope: Construct, id: string, props: AppProjectProps) {
    super(scope, id);
    adopt(this);
    const name = nameFor(this, props.metadata);
    const spec = projectSpec(name, props);
    this.check(name, props, spec);
    this.object = new ApiObject(this, 'Resource', {
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'AppProject',
      metadata: {
        ...props.metadata,
        ...(props.notifications && { annotations: { ...subscriptionAnnotations(props.notifications), ...props.metadata?.annotations } }),
        name,
        finalizers: props.keepWhileUsed ? [FINALIZER, ...(props.metadata?.finalizers ?? [])] : props.metadata?.finalizers,
      },
      spec,
    });
  }

  /** What Applications call it. */
  public get name(): string {
    return this.object.name;
  }

  private check(name: string, props: AppProjectProps, spec: AppProjectSpec): void {
    if ((props.description ?? '').length > 255) {
      throw fail(this, `the description has ${props.description?.length} characters, and the API server takes 255. shorten it`);
    }
    for (const role of props.roles ?? []) {
      const object = role._objectWithProject(name);
      if (object === undefined) continue;
      throw fail(this, `the role ${role.name} has a policy about ${JSON.stringify(object)}, in which ${name} would be a namespace. ` +
        `the object is below the project already: write ${JSON.stringify(object.slice(name.length + 1))}`);
    }
    const lists: ReadonlyArray<readonly [what: string, texts: readonly string[]]> = [
      ['the source repository', spec.sourceRepos ?? []],
      ['the destination', (spec.destinations ?? []).map(({ server, name: cluster, namespace }) => `${server ?? cluster} ${namespace}`)],
      ['the source namespace', spec.sourceNamespaces ?? []],
      ['the ServiceAccount of', (spec.destinationServiceAccounts ?? []).map(({ server, namespace }) => `${server} ${namespace}`)],
      ['the role', (spec.roles ?? []).map((role) => role.name)],
      ...(spec.roles ?? []).map((role) => [`in the role ${role.name}, the policy`, role.policies ?? []] as const),
      ['the sync window', (spec.syncWindows ?? []).map(windowIdentity)],
    ];
    for (const [what, texts] of lists) {
      const twice = texts.find((text, i) => texts.indexOf(text) < i);
      if (twice !== undefined) throw fail(this, `${what} ${twice} is listed twice. take one out`);
    }
  }
}

/** Two windows are one to Argo CD when only their words and what they let people do differ. */
function windowIdentity(window: NonNullable<AppProjectSpec['syncWindows']>[number]): string {
  const { kind, schedule, duration, timeZone, applications, namespaces, clusters, andOperator } = window;
  return [`${kind} "${schedule}" for ${duration}`, timeZone, ...[applications, namespaces, clusters].map((globs) => globs?.join(',')), andOperator ? '(all of them at once)' : undefined]
    .filter((part) => part !== undefined).join(' ');
}
