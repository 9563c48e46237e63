import type { ApplicationSetSpecTemplate } from '../../imports/types/argo-cd/application-set';
import { type ApplicationAnnotationProps, applicationAnnotations } from '../apps/application-annotations';
import { type ApplicationSpecOptions, type ProjectRef, renderApplicationSpec } from '../apps/application-spec';
import { type CascadeDeletion, finalizersOf } from '../apps/cascade-deletion';
import { optionsOfIgnored } from '../apps/derived-differences';
import type { Destination } from '../apps/destination';
import { OWN_FOLDER } from '../apps/generate-paths';
import type { Source } from '../apps/source';
import { type SourceChoice, sourcesOf } from '../apps/source-choice';
import type { SyncPolicy } from '../apps/sync-policy';
import type { IgnoreDifference } from '../ownership/ignore-difference';
import { pathFromTop } from './template-paths';

/** The Application that is made for each set of parameters: `source`, `sources` or `sourceHydrator` among it. */
export type ApplicationTemplate = ApplicationTemplateOptions & SourceChoice;

/** The Application that is made for each set of parameters, without where its manifests come from. Its texts may contain parameters. */
export interface ApplicationTemplateOptions extends ApplicationSpecOptions, ApplicationAnnotationProps {
  /** Name of the Application; it has to differ from one to the next: `web-${p.nameNormalized}`. */
  readonly name: string;
  /**
   * Labels of the Application, which RollingSync selects by.
   * @default - none
   */
  readonly labels?: Readonly<Record<string, string>>;
  /**
   * Annotations of the Application.
   * @default - none
   */
  readonly annotations?: Readonly<Record<string, string>>;
  /**
   * When Argo CD applies what Git says. With RollingSync the ApplicationSet controller starts the syncs itself: it switches automatic ones
   * off, undoes no changes made by hand, and prunes only if the policy is automated and prunes.
   * @default SyncPolicy.automated(), with RollingSync SyncPolicy.manual()
   */
  readonly syncPolicy?: SyncPolicy;
}

/**
 * What the Applications of one generator have other than the template says. It can add and replace; it cannot take away what the
 * template says, nor turn true into false.
 */
export interface TemplateOverride {
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
  /** @default - that of the template */
  readonly source?: Source;
  /** @default - that of the template */
  readonly destination?: Destination;
  /** @default - that of the template */
  readonly project?: ProjectRef;
  /** @default - that of the template */
  readonly syncPolicy?: SyncPolicy;
}

/** How a template is rendered. */
export interface TemplateContext {
  /** Fields that controllers write into the objects of the charts. */
  readonly derived: readonly IgnoreDifference[];
  readonly cascadeDeletion: CascadeDeletion;
  /** Whether all that the Applications deliver is what this app writes into the folders of their sources. */
  readonly ownFolders: boolean;
  /** Roots of the repositories whose paths are parameters. */
  readonly roots: readonly string[];
}

/** The wire form of a template. */
export function templateToKube(template: ApplicationTemplate, context: TemplateContext): ApplicationSetSpecTemplate {
  const { name, labels } = template;
  const spec = renderApplicationSpec(template, context.derived);
  const paths = template.manifestGeneratePaths ?? (context.ownFolders ? [OWN_FOLDER] : undefined);
  const annotations = { ...applicationAnnotations({ ...template, manifestGeneratePaths: paths }), ...template.annotations };
  const sources = spec.sources?.map((wire, i) => withPath(wire, template.sources?.[i], context.roots));
  return {
    metadata: {
      name,
      labels,
      annotations: Object.keys(annotations).length > 0 ? annotations : undefined,
      // Argo CD adds the finalizer for a deletion in the foreground itself.
      finalizers: context.cascadeDeletion === 'background' ? finalizersOf('background') : undefined,
    },
    spec: { ...spec, ...(spec.source && { source: withPath(spec.source, template.source, context.roots) }), ...(sources && { sources }) },
  };
}

/** The wire form of an override. The schema wants what Argo CD would fill in from the template; empty, it does. */
export function overrideToKube(override: TemplateOverride, context: TemplateContext): ApplicationSetSpecTemplate {
  const { name, labels, annotations, source, destination, project = '', syncPolicy } = override;
  return {
    metadata: { name, labels, annotations },
    spec: {
      project: typeof project === 'string' ? project : project.name,
      destination: destination?._toKube() ?? {},
      source: source && withPath(source._toKube(), source, context.roots),
      syncPolicy: syncPolicy?._toKube(optionsOfIgnored(context.derived)),
    },
  };
}

/** What is wrong with an override of the template, if anything is. */
export function overrideProblem(template: ApplicationTemplate, { source, destination, syncPolicy }: TemplateOverride): string | undefined {
  if (source && !template.source) return 'a generator\'s template has a source and the template has none but others, which would count. give the template one source';
  if (source && sourcesOf(template).some((base) => base._toKube().chart !== undefined) !== (source._toKube().chart !== undefined)) {
    return 'a generator\'s template has a source of another kind than the template, and Argo CD would mix the two. give both a path, or both a chart';
  }
  const [base, own] = [template.destination._toKube(), destination?._toKube() ?? {}];
  if ((base.server !== undefined && own.name !== undefined) || (base.name !== undefined && own.server !== undefined)) {
    return 'a generator\'s template has a destination by name and the template one by server, or the other way round, and Argo CD would keep both. say both the same way';
  }
  const isAutomated = (policy: SyncPolicy | undefined): boolean => policy?._toKube([])?.automated !== undefined;
  if (syncPolicy && !isAutomated(syncPolicy) && (template.syncPolicy === undefined || isAutomated(template.syncPolicy))) {
    return 'a generator\'s template has a manual sync policy and the template an automated one, which Argo CD would keep. make the template\'s manual, ' +
      'and the others\' automated';
  }
  return undefined;
}

function withPath<W extends { readonly path?: string }>(wire: W, source: unknown, roots: readonly string[]): W {
  const path = pathFromTop(source, roots);
  return path === undefined ? wire : { ...wire, path };
}
