import type * as kplus from 'cdk8s-plus-27';
import { InputError } from '../manifests/input-error';
import { type FieldPath, fieldPathProblem } from './field-path';

/** How an analysis refers to one of its arguments; Argo Rollouts puts the value in its place when the analysis starts. */
export type ArgReference = `{{args.${string}}}`;

declare const readFromSecret: unique symbol;

/** A reference to an argument that is read from a Secret: what credentials of a provider take, and nothing else makes. */
export type SecretReference<Name extends string = string> = `{{args.${Name}}}` & { readonly [readFromSecret]: true };

declare const hasDefault: unique symbol;

/** A reference to an argument that has a default: what the number of measurements takes. */
export type DefaultedReference<Name extends string = string> = `{{args.${Name}}}` & { readonly [hasDefault]: true };

/** An argument that whoever uses the analysis must supply. */
export interface RequiredArg {
  /** Which kind of argument it is. */
  readonly kind: 'required';
}

/** An argument that has a value when nobody supplies one. */
export interface DefaultedArg {
  /** Which kind of argument it is. */
  readonly kind: 'defaulted';
  /** The value that it has then. A number is written as text. */
  readonly value: string;
}

/** An argument that is read from a Secret when the analysis starts. */
export interface SecretArg {
  /** Which kind of argument it is. */
  readonly kind: 'secret';
  /** Where the value is: `valueFrom.secretKeyRef` of the argument. */
  readonly secret: SecretKey;
}

/** An argument of a template made elsewhere, which has a value of its own there. */
export interface OptionalArg {
  /** Which kind of argument it is. */
  readonly kind: 'optional';
}

/** One key of a Secret in the namespace where the analysis runs. */
export interface SecretKey {
  /** Name of the Secret. */
  readonly name: string;
  /** The key in it that holds the value. */
  readonly key: string;
}

/** The arguments of an analysis by name, as they are declared. */
export type ArgDeclarations = Readonly<Record<string, RequiredArg | DefaultedArg | SecretArg>>;

/** The arguments of a template made elsewhere, as far as one wants to supply them. */
export type ExternalArgs = Readonly<Record<string, RequiredArg | OptionalArg>>;

/** One argument of a template, whoever makes it. */
export type AnyArg = RequiredArg | DefaultedArg | SecretArg | OptionalArg;

/** Arguments of a template, whoever makes it. */
export type AnyArgs = ArgDeclarations | ExternalArgs;

/** References to the declared arguments: `arg.service` exists when `service` is declared, and renders `{{args.service}}`. */
export type ArgReferences<A extends ArgDeclarations> = {
  readonly [K in keyof A & string]:
  A[K] extends SecretArg ? SecretReference<K> : A[K] extends DefaultedArg ? DefaultedReference<K> : `{{args.${K}}}`;
};

/** Names of the arguments that whoever uses the analysis must supply. */
export type RequiredArgs<A extends AnyArgs> = { [K in keyof A]: A[K] extends RequiredArg ? K : never }[keyof A] & string;

type OptionalArgs<A extends AnyArgs> = { [K in keyof A]: A[K] extends RequiredArg | SecretArg ? never : K }[keyof A];

/** The values a user of the analysis supplies: all required ones, any that have defaults, none that are read from a Secret. */
export type ArgValues<A extends AnyArgs> =
  { readonly [K in RequiredArgs<A>]: ArgValue } & { readonly [K in OptionalArgs<A>]?: ArgValue };

/** What `withArgs` takes: nothing where no argument can be given, and only as much as is needed where all have defaults. */
export type WithArgs<A extends AnyArgs> =
  [RequiredArgs<A> | OptionalArgs<A>] extends [never] ? [values?: Readonly<Record<string, never>>]
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

  /**
   * The value of a Secret's key, read in the namespace where the analysis runs, when it starts: `Arg.fromSecret({ name, key })`,
   * or a Secret and the key. It is never in the YAML, and whoever uses the analysis cannot replace it.
   */
  public static fromSecret(secret: SecretKey): SecretArg;
  /** The same, by a Secret of cdk8s-plus and one of its keys. */
  public static fromSecret(secret: kplus.ISecret, key: string): SecretArg;
  public static fromSecret(secret: SecretKey | kplus.ISecret, key?: string): SecretArg {
    const found: SecretKey = 'key' in secret ? { name: secret.name, key: secret.key } : { name: secret.name, key: key ?? '' };
    if (!found.name || !found.key) {
      throw new InputError(`the Secret is ${JSON.stringify(found)}. give the name of the Secret and one of its keys`);
    }
    return { kind: 'secret', secret: found };
  }

  /** An argument that a template made elsewhere gives a value; you may supply another. */
  public static optional(): OptionalArg {
    return { kind: 'optional' };
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

  /**
   * A field of the Rollout: `metadata.name`, `metadata.labels['team']`, or a path into its spec or status such as
   * `spec.template.spec.containers[0].image`. The field has to be there and be no list or object, or the analysis does not start.
   */
  public static field(path: FieldPath): RuntimeArg {
    const problem = fieldPathProblem(path);
    if (problem !== undefined) throw new InputError(`the field path is ${JSON.stringify(path)}. ${problem}`);
    return { kind: 'field', path };
  }

  private constructor() {}
}

/** The references to pass to whoever writes the metrics. */
export function referencesTo<A extends ArgDeclarations>(args: A): ArgReferences<A> {
  return Object.fromEntries(Object.keys(args).map((name) => [name, `{{args.${name}}}`])) as ArgReferences<A>;
}
