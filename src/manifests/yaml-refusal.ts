import { isJsonObject } from './json';
import { type Pointer, pointer } from './pointer';
import { hasLoneSurrogate } from './yaml-scalar';

/** Says that a value has no YAML form, where it is and what to write instead. */
export class YamlRefusal extends Error {
  /** Where the value is in its document. */
  public readonly pointer: Pointer;

  /** @param subject names the object for the reader, `''` when there is none to name */
  public constructor(subject: string, at: Pointer, complaint: string) {
    super(`${subject === '' ? '' : `${subject}: `}${complaint} (at ${JSON.stringify(at)})`);
    this.name = 'YamlRefusal';
    this.pointer = at;
  }
}

/** The first value without a YAML form, depth first. */
export function firstRefused(value: unknown, at: Pointer): { at: Pointer; complaint: string } | undefined {
  if (typeof value === 'string') return hasLoneSurrogate(value) ? { at, complaint: LONE_SURROGATE } : undefined;
  if (value === null || typeof value === 'boolean') return undefined;
  if (typeof value === 'number') {
    return Number.isFinite(value) ? undefined : { at, complaint: `${value} is no JSON number. write a finite number` };
  }
  if (Array.isArray(value)) return firstOf(value.map((item, index) => [index, item]), at);
  if (!isJsonObject(value)) return { at, complaint: `a value of type ${typeof value} is no JSON. write a string, number, boolean, list or map` };
  const rendered = Object.entries(value).filter(([, item]) => item !== undefined);
  const key = rendered.find(([name]) => hasLoneSurrogate(name));
  return key ? { at: pointer(at, key[0]), complaint: LONE_SURROGATE } : firstOf(rendered, at);
}

const LONE_SURROGATE = 'the text holds half of a surrogate pair, which UTF-8 cannot carry. remove it or complete the pair';

function firstOf(items: ReadonlyArray<readonly [string | number, unknown]>, at: Pointer): { at: Pointer; complaint: string } | undefined {
  for (const [segment, item] of items) {
    const refused = firstRefused(item, pointer(at, segment));
    if (refused) return refused;
  }
  return undefined;
}
