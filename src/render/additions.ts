import { App, type ApiObject, type IResolver, Lazy, type ResolutionContext } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { LostValueError, refuseLostValues } from './lost-values';

/** What a pass adds to the annotations of an object, or nothing. */
export type AnnotationSource = (object: ApiObject) => Readonly<Record<string, string>> | undefined;

/**
 * Merges what the passes add (waves, hooks) into an object while cdk8s renders it. So `ApiObject.toJson`,
 * `Testing.synth(chart)` and a synth agree, no construct is changed, and a JSON patch of the user's still wins.
 * It also produces lazy values itself, to see a null before cdk8s drops it.
 */
class AdditionsResolver implements IResolver {
  private readonly merged = new WeakSet<object>();

  public constructor(private readonly sources: ReadonlyMap<string, AnnotationSource>) {}

  public resolve(context: ResolutionContext): void {
    const { key } = context;
    const value: unknown = context.value;
    if (typeof value !== 'object' || value === null) return;
    if (value instanceof Lazy) {
      const produced: unknown = value.produce();
      if (produced === null) throw new LostValueError(key, 'null');
      context.replaceValue(produced);
      return;
    }
    refuseLostValues(value, key);
    if (key.length === 1 && key[0] === 'metadata' && !this.merged.has(value)) this.merge(context, value);
  }

  private merge(context: ResolutionContext, value: { readonly annotations?: object }): void {
    let annotations: Record<string, string> | undefined;
    for (const source of this.sources.values()) {
      const added = source(context.obj);
      if (added) annotations = { ...annotations, ...added };
    }
    if (!annotations) return;
    // What the user wrote on the object itself comes last.
    const metadata = { ...value, annotations: { ...annotations, ...value.annotations } };
    this.merged.add(metadata);
    context.replaceValue(metadata);
  }
}

const registered = new WeakMap<IConstruct, Map<string, AnnotationSource>>();

/** Makes sure that the app of this construct renders with additions. Harmless when called again. */
function renderWithAdditions(scope: IConstruct): Map<string, AnnotationSource> | undefined {
  const root = scope.node.root;
  const known = registered.get(root);
  if (known) return known;
  if (!(root instanceof App)) return undefined;
  const sources = new Map<string, AnnotationSource>();
  registered.set(root, sources);
  root.resolvers.unshift(new AdditionsResolver(sources));
  return sources;
}

/** Registers a pass once for the whole app; `pass` names it. */
export function addAnnotations(scope: IConstruct, pass: string, source: AnnotationSource): void {
  const sources = renderWithAdditions(scope);
  if (sources && !sources.has(pass)) sources.set(pass, source);
}
