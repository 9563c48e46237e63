import { isJsonObject, type JsonObject, type JsonValue } from '../manifests/json';
import type { Manifest } from '../manifests/manifest';
import { pointer, valueAt } from '../manifests/pointer';
import type { ApplicationSetExpansion, ExpandedGenerator, ExpansionProblem, GeneratedApplication, UnusedSet } from './application-set-expansion';
import type { GeneratorContext } from './context';
import { Definition } from './definition';
import { ExpansionError } from './expansion-error';
import type { ExpansionFacts } from './facts';
import { GENERATORS } from './generators';
import { type GeneratorType, typesOf } from './generators/generator-types';
import { interpolated } from './interpolate';
import { type Generated, leastCertain, type ParameterSet } from './parameter-set';
import { flattened, selects } from './selector';
import { mergedTemplate, TemplateRendering } from './template';
import { patched } from './template-patch';
import { TextRenderer } from './text-renderer';

const FINALIZER = 'resources-finalizer.argocd.argoproj.io';

/**
 * The Applications that an ApplicationSet makes, by what is known of clusters and repositories. What only a cluster or a server knows
 * stays open, and is never guessed.
 *
 * @see applicationset/controllers/template/template.go in argoproj/argo-cd
 */
export function expandApplicationSet(manifest: Manifest, facts: ExpansionFacts = {}): ApplicationSetExpansion {
  return new Expansion(manifest, facts).whole();
}

/** One expansion. */
class Expansion implements GeneratorContext {
  public readonly renderer: TextRenderer;
  private readonly applications: GeneratedApplication[] = [];
  private readonly expanded: ExpandedGenerator[] = [];
  private readonly problems = new Map<string, ExpansionProblem>();
  private filling = 0;
  private readonly unusedSets = new Map<string, UnusedSet>();

  public constructor(private readonly manifest: Manifest, public readonly facts: ExpansionFacts) {
    this.renderer = TextRenderer.of(manifest);
  }

  public whole(): ApplicationSetExpansion {
    const generators = Definition.of(valueAt(this.manifest, '/spec/generators'), '/spec/generators');
    for (const entry of generators.items) {
      for (const type of typesOf(entry)) {
        this.guarded(() => {
          const { sets, unknown } = this.ofType(entry, type);
          this.expanded.push({ pointer: pointer(entry.pointer, type), type, sets, unknown });
          for (const set of sets) this.guarded(() => this.applications.push(this.application(entry, type, set)));
        });
      }
    }
    const { applications, expanded, problems, unusedSets } = this;
    return { applications, generators: expanded, unused: [...unusedSets.values()], problems: [...problems.values()] };
  }

  public generate(entry: Definition, filledBy?: ParameterSet): Generated {
    const [type] = typesOf(entry);
    if (!type) throw new ExpansionError(entry.pointer, 'this is no generator', 'shape');
    const filled = filledBy ? new Definition(interpolated(entry.value, entry.pointer, filledBy, this.renderer), entry.pointer) : entry;
    this.filling += filledBy ? 1 : 0;
    try {
      // The selector of the entry is read before anything is filled in.
      return this.ofType(filled, type, entry.at('selector'));
    } finally {
      this.filling -= filledBy ? 1 : 0;
    }
  }

  public unused(set: UnusedSet): void {
    // In a matrix, what fits nothing of one set may fit the next.
    if (this.filling > 0) return;
    this.unusedSets.set(`${set.pointer}\n${set.keys}`, set);
  }

  private ofType(entry: Definition, type: GeneratorType, selector = entry.at('selector')): Generated {
    const { sets, unknown } = GENERATORS[type](entry.at(type), this);
    if (!selector.exists) return { sets, unknown };
    const kept = sets.flatMap((set): ParameterSet[] => {
      const verdict = selects(selector, flattened(set.values));
      if (verdict === false) return [];
      return [verdict ? set : { ...set, count: leastCertain(set.count, 'perhaps') }];
    });
    // What stands for all that there may be shows that none of it can be taken.
    const isNone = kept.length === 0 && sets.length > 0 && sets.every(({ count }) => count === 'any');
    return { sets: kept, unknown: isNone ? undefined : unknown };
  }

  // One thing that is wrong does not hide the others.
  private guarded(work: () => void): void {
    try {
      work();
    } catch (error) {
      if (!(error instanceof ExpansionError)) throw error;
      const { pointer: at, reason, kind } = error;
      this.problems.set(`${at}\n${reason}`, { pointer: at, reason, kind });
    }
  }

  private application(entry: Definition, type: GeneratorType, set: ParameterSet): GeneratedApplication {
    const over = pointer(entry.pointer, type, 'template');
    const overValue = valueAt(this.manifest, over);
    const template = mergedTemplate(overValue, valueAt(this.manifest, '/spec/template')) ?? {};
    const rendering = new TemplateRendering(this.renderer, set.values, { base: '/spec/template', over, overValue });
    const isBare = set.values.entries.size === 0 && !set.values.others;
    const filled = isBare ? template : rendering.fill(template);
    const made = withFinalizer(objectOf(filled), !isBare && !this.preserves);
    const { application, unknown } = this.patched(made, set, rendering);
    return {
      manifest: this.manifestOf(application),
      unpatched: application === made ? undefined : this.manifestOf(made),
      count: set.count, parameters: set.values, generator: pointer(entry.pointer, type), left: rendering.left, unknown,
    };
  }

  private manifestOf({ metadata, spec }: JsonObject): Manifest {
    const { namespace } = this.manifest.metadata;
    return { apiVersion: 'argoproj.io/v1alpha1', kind: 'Application', metadata: { ...objectOf(metadata), namespace }, spec: spec ?? {} };
  }

  private get preserves(): boolean {
    return valueAt(this.manifest, '/spec/syncPolicy/preserveResourcesOnDeletion') === true;
  }

  private patched(application: JsonObject, set: ParameterSet, rendering: TemplateRendering): PatchedApplication {
    const at = '/spec/templatePatch';
    const patch = valueAt(this.manifest, at);
    if (typeof patch !== 'string') return { application };
    const outcome = this.renderer.render(patch, set.values);
    if ('problem' in outcome) throw ExpansionError.ofText(at, outcome);
    if ('left' in outcome) for (const parameter of outcome.left as readonly string[]) rendering.left.push({ pointer: at, parameter });
    if ('unknown' in outcome) return { application, unknown: outcome.unknown };
    const result = patched(application, outcome.text);
    if ('problem' in result) throw new ExpansionError(at, `the patch fits no Application: ${result.problem}`);
    return 'unknown' in result ? { application, unknown: result.unknown } : result;
  }
}

interface PatchedApplication {
  readonly application: JsonObject;
  readonly unknown?: string;
}

function withFinalizer(application: JsonObject, adds: boolean): JsonObject {
  const metadata = objectOf(application.metadata);
  const { finalizers } = metadata;
  if (!adds || (Array.isArray(finalizers) && finalizers.length > 0)) return application;
  return { ...application, metadata: { ...metadata, finalizers: [FINALIZER] } };
}

function objectOf(value: JsonValue | undefined): JsonObject {
  return isJsonObject(value) ? value : {};
}
