import type { ApplicationSpec } from '../../imports/types/argo-cd/application';
import { type IgnoreDifference, mergeIgnoreDifferences } from '../ownership/ignore-difference';
import { optionsOfIgnored } from './derived-differences';
import type { Destination } from './destination';
import type { IgnoredDifference } from './ignored-difference';
import { type SourceChoice, sourcesOf } from './source-choice';
import { hydratorToKube } from './sources/source-hydrator';
import { SyncPolicy } from './sync-policy';

/** A project, by its object or by its name. */
export type ProjectRef = string | { readonly name: string };

/** What an Application and the template of an ApplicationSet have in common, without where the manifests come from. */
export interface ApplicationSpecOptions {
  /** The cluster and the namespace that the manifests are applied to. */
  readonly destination: Destination;
  /**
   * The AppProject that it belongs to.
   * @default 'default'
   */
  readonly project?: ProjectRef;
  /**
   * When Argo CD applies what Git says.
   * @default SyncPolicy.automated() - as soon as Git changes; nothing is deleted
   */
  readonly syncPolicy?: SyncPolicy;
  /**
   * More fields to ignore, beside those that are found.
   * @default - none
   */
  readonly ignoreDifferences?: readonly IgnoredDifference[];
  /**
   * What people find on the page of the Application: `{ owner: 'team-web' }`. A URL becomes a link.
   * @default - nothing
   */
  readonly info?: Readonly<Record<string, string>>;
  /**
   * Syncs that Argo CD remembers, to go back to. With 0 there is no way back.
   * @default 10
   */
  readonly revisionHistoryLimit?: number;
}

/** What an Application and the template of an ApplicationSet have in common. */
export type ApplicationSpecProps = ApplicationSpecOptions & SourceChoice;

/** The spec of an Application, or of the template of an ApplicationSet, whose texts may hold parameters. */
export function renderApplicationSpec(props: ApplicationSpecProps, derived: readonly IgnoreDifference[]): ApplicationSpec {
  const { destination, project = 'default', syncPolicy = SyncPolicy.automated(), info, revisionHistoryLimit } = props;
  const ignored = mergeIgnoreDifferences([...derived, ...(props.ignoreDifferences ?? [])]);
  const namespace = sourcesOf(props).find(({ chart }) => chart?.namespace !== undefined)?.chart?.namespace;
  return {
    project: typeof project === 'string' ? project : project.name,
    ...sourceToKube(props),
    destination: destination.withDefaultNamespace(namespace)._toKube(),
    syncPolicy: syncPolicy._toKube(optionsOfIgnored(derived, props.ignoreDifferences)),
    ignoreDifferences: ignored.length > 0 ? ignored : undefined,
    info: info && Object.entries(info).map(([name, value]) => ({ name, value })),
    revisionHistoryLimit,
  };
}

function sourceToKube({ source, sources, sourceHydrator }: SourceChoice): Pick<ApplicationSpec, 'source' | 'sources' | 'sourceHydrator'> {
  return {
    source: source?._toKube(),
    sources: sources?.map((one) => one._toKube()),
    sourceHydrator: sourceHydrator && hydratorToKube(sourceHydrator),
  };
}
