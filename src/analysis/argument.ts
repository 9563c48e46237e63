/** How an analysis refers to one of its arguments; Argo Rollouts puts the value in its place when the analysis starts. */
export type ArgReference = `{{args.${string}}}`;

/** An argument that whoever uses the analysis must supply. */
export interface RequiredArg {
  readonly kind: 'required';
}

/** An argument that has a value when nobody supplies one. */
export interface DefaultedArg {
  readonly kind: 'defaulted';
  readonly value: string;
}

/** The arguments of an analysis by name, as they are declared. */
export type ArgDeclarations = Readonly<Record<string, RequiredArg | DefaultedArg>>;

/** References to the declared arguments: `arg.service` exists when `service` is declared, and renders `{{args.service}}`. */
export type ArgReferences<A extends ArgDeclarations> = { readonly [K in keyof A & string]: `{{args.${K}}}` };

type RequiredKeys<A extends ArgDeclarations> = { [K in keyof A]: A[K] extends RequiredArg ? K : never }[keyof A];

/** The values a user of the analysis supplies: all required ones, any of the others, and no more. */
export type ArgValues<A extends ArgDeclarations> =
  { readonly [K in RequiredKeys<A>]: ArgValue } & { readonly [K in Exclude<keyof A, RequiredKeys<A>>]?: ArgValue };

/** What `withArgs` takes: nothing where no argument is declared, and only as much as is needed where all have defaults. */
export type WithArgs<A extends ArgDeclarations> =
  keyof A extends never ? [values?: Readonly<Record<string, never>>]
    : {} extends ArgValues<A> ? [values?: ArgValues<A>] : [values: ArgValues<A>];

/** A value for an argument: text, a number, or something that is only known where the analysis runs. */
export type ArgValue = string | number | RuntimeArg;

/** Which of a Rollout's Services a value names. */
export type ServiceRole = 'stable' | 'canary' | 'active' | 'preview';

/** A value that the Rollout or the cluster knows. Made by `Arg`. */
export type RuntimeArg =
  | { readonly kind: 'service'; readonly role: ServiceRole }
  | { readonly kind: 'podTemplateHash'; readonly of: 'Latest' | 'Stable' }
  | { readonly kind: 'field'; readonly path: string };

/** Declares the arguments of an analysis, and names values for them. */
export class Arg {
  /** The analysis needs a value; without one it does not compile. */
  public static required(): RequiredArg {
    return { kind: 'required' };
  }

  /** The analysis runs with this value unless another one is given. */
  public static defaultsTo(value: string | number): DefaultedArg {
    return { kind: 'defaulted', value: String(value) };
  }

  /** The name of the Service that leads to the canary pods alone. */
  public static canaryService(): RuntimeArg {
    return { kind: 'service', role: 'canary' };
  }

  /** The name of the Service that leads to the stable pods alone. */
  public static stableService(): RuntimeArg {
    return { kind: 'service', role: 'stable' };
  }

  /** The name of the Service that leads to the pods in production, in a blue-green rollout. */
  public static activeService(): RuntimeArg {
    return { kind: 'service', role: 'active' };
  }

  /** The name of the Service that leads to the pods waiting for promotion, in a blue-green rollout. */
  public static previewService(): RuntimeArg {
    return { kind: 'service', role: 'preview' };
  }

  /** The pod-template-hash of the new (`Latest`) or of the `Stable` pods: their value of the label `rollouts-pod-template-hash`. */
  public static podTemplateHash(of: 'Latest' | 'Stable'): RuntimeArg {
    return { kind: 'podTemplateHash', of };
  }

  /** A field of the Rollout, such as `metadata.namespace` or `metadata.labels['team']`. */
  public static field(path: string): RuntimeArg {
    return { kind: 'field', path };
  }

  private constructor() {}
}

/** The references to pass to whoever writes the metrics. */
export function referencesTo<A extends ArgDeclarations>(args: A): ArgReferences<A> {
  return Object.fromEntries(Object.keys(args).map((name) => [name, `{{args.${name}}}`])) as ArgReferences<A>;
}
