import type { ApplicationSetSpecTemplate } from '../../imports/types/argo-cd/application-set';
import { type ApplicationAnnotationProps, applicationAnnotations } from '../apps/application-annotations';
import { type ApplicationSpecOptions, renderApplicationSpec } from '../apps/application-spec';
import { type CascadeDeletion, finalizersOf } from '../apps/cascade-deletion';
import { OWN_FOLDER } from '../apps/generate-paths';
import type { SourceChoice } from '../apps/source-choice';
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

/** The wire form of a source, with a path that begins at the top of its repository. */
export function withPath<W extends { readonly path?: string }>(wire: W, source: unknown, roots: readonly string[]): W {
  const path = pathFromTop(source, roots);
  return path === undefined ? wire : { ...wire, path };
}
