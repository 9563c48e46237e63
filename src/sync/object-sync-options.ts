import { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { addAnnotations } from '../render/additions';
import { failHere } from '../render/construct-error';
import type { ObjectSyncOption } from './object-sync-option';

const ANNOTATION = 'argocd.argoproj.io/sync-options';
const PASS = 'object-sync-options';

const options = new WeakMap<IConstruct, readonly string[]>();

/** The sync options of the objects of a construct. Those of an Application as a whole stand in its `syncPolicy`. */
export class ObjectSyncOptions {
  /** The options of every object that the construct makes. */
  public static of(construct: IConstruct): ObjectSyncOptions {
    return new ObjectSyncOptions(construct);
  }

  private constructor(private readonly construct: IConstruct) {}

  /** Adds options to those that the objects have. */
  public add(...added: readonly [ObjectSyncOption, ...ObjectSyncOption[]]): this {
    const texts = [...options.get(this.construct) ?? [], ...added.flatMap(({ text }) => text.split(','))];
    const contradiction = contradictionIn(texts);
    if (contradiction) throw failHere(this.construct, `the sync options say both ${contradiction.join(' and ')}. keep one of the two`);
    const own = this.construct.node.findAll().find((c) => ApiObject.isApiObject(c) && annotationOf(c) !== undefined);
    if (own) {
      throw failHere(own, `the object has the annotation ${ANNOTATION} (${annotationOf(own as ApiObject)}) already, which would win. say all of it in one way`);
    }
    options.set(this.construct, [...new Set(texts)]);
    addAnnotations(this.construct, PASS, annotationsOf);
    return this;
  }
}

function annotationOf(object: ApiObject): string | undefined {
  return (object.metadata.toJson() as { readonly annotations?: Readonly<Record<string, string>> } | undefined)?.annotations?.[ANNOTATION];
}

function annotationsOf(object: ApiObject): Readonly<Record<string, string>> | undefined {
  const all = new Map<string, string>();
  // What is said nearer to the object wins.
  for (let c: IConstruct | undefined = object; c; c = c.node.scope) {
    for (const text of options.get(c) ?? []) if (!all.has(nameOf(text))) all.set(nameOf(text), text);
  }
  return all.size > 0 ? { [ANNOTATION]: [...all.values()].sort().join(',') } : undefined;
}

function contradictionIn(texts: readonly string[]): readonly [string, string] | undefined {
  for (const [i, text] of texts.entries()) {
    const other = texts.slice(0, i).find((earlier) => earlier !== text && nameOf(earlier) === nameOf(text));
    if (other) return [other, text];
  }
  return undefined;
}

function nameOf(text: string): string {
  return text.split('=')[0] ?? '';
}
