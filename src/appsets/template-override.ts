import type { ApplicationSetSpecTemplate } from '../../imports/types/argo-cd/application-set';
import type { ApplicationSpecOptions, ProjectRef } from '../apps/application-spec';
import { optionsOfIgnored } from '../apps/derived-differences';
import type { Destination } from '../apps/destination';
import type { IgnoredDifference } from '../apps/ignored-difference';
import { ignoredProblem } from '../apps/ignored-problem';
import type { Source } from '../apps/source';
import { type SeveralSources, type SourceChoice, sourcesOf, sourcesProblem } from '../apps/source-choice';
import { hydratorToKube, type SourceHydrator } from '../apps/sources/source-hydrator';
import { SyncPolicy } from '../apps/sync-policy';
import { mergeIgnoreDifferences } from '../ownership/ignore-difference';
import { type ApplicationTemplate, type TemplateContext, withPath } from './application-template';

/**
 * What the Applications of one generator have other than the template says. It can add and replace; it cannot take away what the
 * template says, nor turn true into false. A list replaces the list of the template.
 *
 * @see applicationset/generators/generator_spec_processor.go in argoproj/argo-cd
 */
export interface TemplateOverride extends Pick<ApplicationSpecOptions, 'info' | 'revisionHistoryLimit'> {
  /** @default - that of the template */
  readonly name?: string;
  /**
   * Labels, beside those of the template.
   * @default - none
   */
  readonly labels?: Readonly<Record<string, string>>;
  /**
   * Annotations, beside those of the template.
   * @default - none
   */
  readonly annotations?: Readonly<Record<string, string>>;
  /**
   * One source, where the template has one.
   * @default - that of the template
   */
  readonly source?: Source;
  /**
   * Several sources, where the template has several.
   * @default - those of the template
   */
  readonly sources?: SeveralSources['sources'];
  /**
   * What is rendered ahead, where the template has that.
   * @default - that of the template
   */
  readonly sourceHydrator?: SourceHydrator;
  /** @default - that of the template */
  readonly destination?: Destination;
  /** @default - that of the template */
  readonly project?: ProjectRef;
  /** @default - that of the template */
  readonly syncPolicy?: SyncPolicy;
  /**
   * Fields to ignore, beside those that are found, and in place of those of the template.
   * @default - those of the template
   */
  readonly ignoreDifferences?: readonly IgnoredDifference[];
}

/** The sources with manifests that an override has instead of those of the template. */
export function overrideSources({ source, sources }: TemplateOverride): readonly Source[] {
  return source || sources ? sourcesOf(choiceOf({ source, sources })) : [];
}

/** The wire form of an override. The schema wants what Argo CD would fill in from the template; empty, it does. */
export function overrideToKube(
  override: TemplateOverride, template: ApplicationTemplate, context: TemplateContext,
): ApplicationSetSpecTemplate {
  const { name, labels, annotations, source, sources, sourceHydrator, destination, project = '', ignoreDifferences, info } = override;
  // The options that ignored fields need are part of the policy.
  const { syncPolicy = ignoreDifferences && (template.syncPolicy ?? SyncPolicy.automated()) } = override;
  return {
    metadata: { name, labels, annotations },
    spec: {
      project: typeof project === 'string' ? project : project.name,
      destination: destination?._toKube() ?? {},
      source: source && withPath(source._toKube(), source, context.roots),
      sources: sources?.map((one) => withPath(one._toKube(), one, context.roots)),
      sourceHydrator: sourceHydrator && hydratorToKube(sourceHydrator),
      syncPolicy: syncPolicy?._toKube(optionsOfIgnored(context.derived, ignoreDifferences ?? template.ignoreDifferences)),
      ignoreDifferences: ignoreDifferences && mergeIgnoreDifferences([...context.derived, ...ignoreDifferences]),
      info: info && Object.entries(info).map(([key, value]) => ({ name: key, value })),
      revisionHistoryLimit: override.revisionHistoryLimit,
    },
  };
}

/** What is wrong with an override of the template, if anything is. */
export function overrideProblem(template: ApplicationTemplate, override: TemplateOverride): string | undefined {
  const { source, destination, syncPolicy } = override;
  const other = FORMS.find((form) => override[form] !== undefined && template[form] === undefined);
  if (other) {
    const said = FORMS.find((form) => template[form] !== undefined) ?? 'source';
    return `a generator's template has ${other} and the template ${said}, and the Applications would have both. ` +
      `say ${said} in both, or ${other} in both`;
  }
  const own = choiceOf(override);
  const hasOwn = FORMS.some((form) => own[form] !== undefined);
  const problem = (hasOwn ? sourcesProblem(own) : undefined) ?? ignoredProblem(override.ignoreDifferences);
  if (problem !== undefined) return `a generator's template: ${problem}`;
  if (source && sourcesOf(template).some((base) => base._toKube().chart !== undefined) !== (source._toKube().chart !== undefined)) {
    return 'a generator\'s template has a source of another kind than the template, and Argo CD would mix the two. ' +
      'give both a path, or both a chart';
  }
  const [base, place] = [template.destination._toKube(), destination?._toKube() ?? {}];
  if ((base.server !== undefined && place.name !== undefined) || (base.name !== undefined && place.server !== undefined)) {
    return 'a generator\'s template has a destination by name and the template one by server, or the other way round, and Argo CD would keep both. say both the same way';
  }
  const isAutomated = (policy: SyncPolicy | undefined): boolean => policy?._toKube([])?.automated !== undefined;
  if (syncPolicy && !isAutomated(syncPolicy) && (template.syncPolicy === undefined || isAutomated(template.syncPolicy))) {
    return 'a generator\'s template has a manual sync policy and the template an automated one, which Argo CD would keep. make the template\'s manual, ' +
      'and the others\' automated';
  }
  return undefined;
}

const FORMS = ['source', 'sources', 'sourceHydrator'] as const;

// What is said more than once is refused by what reads it.
function choiceOf({ source, sources, sourceHydrator }: TemplateOverride): SourceChoice {
  return { source, sources, sourceHydrator } as SourceChoice;
}
