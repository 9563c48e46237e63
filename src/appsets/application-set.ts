import { ApiObject, Chart, Lazy } from 'cdk8s';
import { Construct } from 'constructs';
import type { ApplicationSet as ApplicationSetWire, ApplicationSetSpecGenerator } from '../../imports/types/argo-cd/application-set';
import { adopt } from '../app/adopt';
import { contributeSetting } from '../app/contributed-settings';
import { deliveredTo } from '../app/units';
import { declareDoubt } from '../app/warnings';
import { beforeHydration } from '../apps/delivered-charts';
import { noteGenerator } from '../apps/delivery-chain';
import { derivedDifferences } from '../apps/derived-differences';
import { ignoredProblem } from '../apps/ignored-problem';
import { namespaceProblem } from '../apps/namespace-problem';
import { needSettingsOf } from '../apps/needed-settings';
import type { Source } from '../apps/source';
import { sourcesOf, sourcesProblem } from '../apps/source-choice';
import { SyncPolicy } from '../apps/sync-policy';
import { declareWritten, noteRead, rootDoubt } from '../fleet/written-repositories';
import { fail } from '../render/construct-error';
import { nameFor } from '../render/object-name';
import type { ApplicationSetGenerator } from './application-set-generator';
import type { ApplicationSetProps, Generators, ParametersOf } from './application-set-props';
import { type ApplicationTemplate, type TemplateContext, templateToKube } from './application-template';
import { takeFleetOf } from './generator-fleets';
import { selectorToKube } from './label-selector';
import { nameProblem } from './name-problem';
import { parametersOf } from './parameters';
import { rollingSyncProblem, rollingSyncToKube } from './rolling-sync';
import { selectorProblem } from './selector-problem';
import { stableProblem } from './stable-problem';
import { overrideProblem, overrideSources, overrideToKube } from './template-override';
import { patchProblem, patchText } from './template-patch';
import { chartsOfTemplate, deliversChartsAlone, factsAtFirst, setsOf, unwrittenFolders } from './written-folders';

/**
 * Makes Applications out of parameters that generators find: in lists, clusters, Git, pull requests. Texts are Go templates, and a
 * parameter that is missing makes nothing instead of something wrong (`missingkey=error`). The older way of templates, which would
 * leave `{{name}}` standing, is not offered.
 *
 * @see pkg/apis/application/v1alpha1/applicationset_types.go in argoproj/argo-cd
 */
export class ApplicationSet<const G extends Generators> extends Construct {
  private readonly object: ApiObject;
  private readonly generators: readonly ApplicationSetGenerator[];
  private readonly template: ApplicationTemplate;
  private readonly patch?: string;
  private readonly props: Omit<ApplicationSetProps<G>, 'generators' | 'template' | 'templatePatch'>;

  public constructor(scope: Construct, id: string, { generators, template, templatePatch, ...props }: ApplicationSetProps<G>) {
    super(scope, id);
    adopt(this);
    this.generators = [...generators];
    this.props = props;
    const parameters = parametersOf<unknown>(generators.flatMap((generator) => generator._examples())) as ParametersOf<G>;
    this.template = template(parameters);
    const patch = templatePatch?.(parameters);
    this.patch = typeof patch === 'object' ? patchText(patch) : patch;
    const problem = takeFleetOf(this, generators) ?? this.problem();
    if (problem !== undefined) throw fail(this, problem);
    for (const repository of generators.flatMap((generator) => generator._repositories)) noteRead(this, repository);
    for (const source of this.sources) this.declareSource(source);
    const charts = (): readonly Chart[] => chartsOfTemplate(this, this.generators, this.template);
    noteGenerator(Chart.of(this), { construct: this, charts, isWaitedFor: props.rollingSync !== undefined });
    if (props.rollingSync) this.needProgressiveSyncs();
    const hydrated = this.template.sourceHydrator !== undefined;
    needSettingsOf(this, { kind: 'ApplicationSet', name: nameFor(this, props.metadata), namespace: props.metadata?.namespace, hydrated });
    this.node.addValidation({ validate: () => unwrittenFolders(this, this.generators, this.template) });
    this.object = new ApiObject(this, 'Resource', {
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'ApplicationSet',
      metadata: { ...props.metadata, name: nameFor(this, props.metadata) },
      spec: Lazy.any({ produce: () => this._toKube() }),
    });
  }

  /** The name of the ApplicationSet. */
  public get name(): string {
    return this.object.name;
  }

  /** @internal */
  public _toKube(): ApplicationSetWire['spec'] {
    const { rollingSync, cascadeDeletion = false, applicationsSync, preservedFields, ignoreApplicationDifferences } = this.props;
    const { deriveIgnoreDifferences: derive } = this.props;
    const template = this.effectiveTemplate;
    const { sourceHydrator } = template;
    const delivered = sourceHydrator
      ? { ...template, sources: undefined, sourceHydrator: undefined, ...beforeHydration(sourceHydrator) } : template;
    const context: TemplateContext = {
      derived: derivedDifferences(this, chartsOfTemplate(this, this.generators, delivered), { derive, syncPolicy: template.syncPolicy }),
      cascadeDeletion,
      ownFolders: this.patch === undefined && deliversChartsAlone(this, this.generators, template),
      roots: this.generators.flatMap((generator) => generator._repositories).map(({ root }) => root),
    };
    const syncPolicy = { applicationsSync, preserveResourcesOnDeletion: cascadeDeletion === false ? true : undefined };
    return {
      goTemplate: true,
      // Without it a parameter that is missing would be written as "<no value>".
      goTemplateOptions: ['missingkey=error'],
      generators: this.generators.map((generator) => generatorToKube(generator, template, context)),
      strategy: rollingSync && rollingSyncToKube(rollingSync),
      syncPolicy: cascadeDeletion === false || applicationsSync ? syncPolicy : undefined,
      preservedFields,
      ignoreApplicationDifferences,
      template: templateToKube(template, context),
      templatePatch: this.patch,
    };
  }

  // The controller switches automatic syncs off. Without its flag they would all start at once, and so do the opposite of what was meant.
  private get effectiveTemplate(): ApplicationTemplate {
    const { syncPolicy = this.props.rollingSync ? SyncPolicy.manual() : undefined } = this.template;
    return { ...this.template, syncPolicy };
  }

  private get sources(): readonly Source[] {
    const overrides = this.generators.flatMap(({ template = {} }) => overrideSources(template));
    return [...sourcesOf(this.template), ...overrides];
  }

  private problem(): string | undefined {
    const { template, generators, props: { rollingSync } } = this;
    if (this.sources.some(({ chart }) => chart !== undefined && chart === Chart.of(this))) {
      return 'the ApplicationSet would deliver the chart that it stands in, and so itself. declare it in another chart';
    }
    const overrides = generators.flatMap((generator) => generator.template ?? []);
    const made = generators.map((generator) => ({
      sets: setsOf(generator, factsAtFirst(this)),
      name: generator.template?.name ?? template.name,
      labels: { ...template.labels, ...generator.template?.labels },
    }));
    return sourcesProblem(template)
      ?? ignoredProblem(template.ignoreDifferences)
      ?? first([template, ...overrides], ({ source, sources, destination = template.destination }) =>
        namespaceProblem(source ? { source } : sources ? { sources } : template, destination))
      ?? (this.patch === undefined ? undefined : patchProblem(this.patch))
      ?? first(generators, selectorProblem)
      ?? first(generators, (generator) => generator.template && overrideProblem(template, generator.template))
      ?? first([template, ...overrides], ({ name = '', destination }) => stableProblem(name, destination?._toKube() ?? {}))
      ?? nameProblem(made)
      ?? (rollingSync && first(made, ({ sets, labels }) => rollingSyncProblem(rollingSync, labels, sets)));
  }

  private declareSource({ chart, folder, repository }: Source): void {
    if (repository.type !== 'git') return;
    if (!chart) return noteRead(this, repository, folder);
    deliveredTo(chart, this.template.destination.cluster);
    declareWritten(this, repository);
    declareDoubt(this, 'constructs/root-is-outdir', () => rootDoubt(this, repository));
  }

  private needProgressiveSyncs(): void {
    contributeSetting(this, {
      configMap: 'argocd-cmd-params-cm',
      key: 'applicationsetcontroller.enable.progressive.syncs',
      value: 'true',
      why: `the controller ignores the steps of the ApplicationSet ${nameFor(this, this.props.metadata)}`,
      namespace: this.props.metadata?.namespace,
    });
  }
}

function first<T>(all: readonly T[], problemOf: (one: T) => string | undefined): string | undefined {
  for (const one of all) {
    const problem = problemOf(one);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function generatorToKube(
  generator: ApplicationSetGenerator, base: ApplicationTemplate, context: TemplateContext,
): ApplicationSetSpecGenerator {
  const template = generator.template && overrideToKube(generator.template, base, context);
  const kinds = Object.entries<object>({ ...generator._toKube() }).map(([kind, fields]) => [kind, { ...fields, template }]);
  return { ...Object.fromEntries(kinds) as ApplicationSetSpecGenerator, selector: selectorToKube(generator.selector) };
}
