/**
 * Refuses what rendering would drop or garble without a word: cdk8s removes every null, an undefined inside a list becomes a
 * hole, and JSON has no NaN, functions or lone surrogates. (`undefined` as a property is how one says "not rendered".)
 * Looks at one level; resolving visits every level.
 */
export function refuseLostValues(value: unknown, key: readonly string[]): void {
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) {
      if (value[i] === undefined) throw new LostValueError([...key, String(i)], 'undefined');
      refuse(value[i], key, String(i));
    }
  } else if (isPlain(value)) {
    for (const name of Object.keys(value)) {
      if (name === '__proto__' || name === 'constructor') {
        throw new Error(`${key.join('.') || 'the object'} has the key ${JSON.stringify(name)}, which cdk8s cannot render. rename the key`);
      }
      refuse((value as Record<string, unknown>)[name], key, name);
    }
  }
}

/** Refuses nulls at any depth of a rendered object: only a JSON patch can bring one this far. */
export function refuseNulls(value: unknown, key: readonly string[] = []): void {
  if (value === null) throw new LostValueError(key, 'null');
  if (typeof value !== 'object') return;
  if (Array.isArray(value)) value.forEach((item, i) => refuseNulls(item, [...key, String(i)]));
  else for (const name in value) refuseNestedNull((value as Record<string, unknown>)[name], key, name);
}

// Builds the path of a nested value only when there is something to say about it.
function refuseNestedNull(value: unknown, key: readonly string[], name: string): void {
  if (value === null || typeof value === 'object') refuseNulls(value, [...key, name]);
}

/** A value that would vanish, or change, on its way to YAML. */
export class LostValueError extends Error {
  public override readonly name = 'LostValueError';

  public constructor(key: readonly string[], value: string) {
    super(`${key.join('.') || 'the object'} is ${value}, which ${value === 'null' || value === 'undefined' ? 'cdk8s would drop silently' : 'YAML cannot carry'}. ` +
      'leave the field out, or give it a value (inside Helm values, pass the values as text)');
  }
}

function refuse(value: unknown, key: readonly string[], name: string): void {
  switch (typeof value) {
    case 'object':
      if (value === null) throw new LostValueError([...key, name], 'null');
      return;
    case 'number':
      if (!Number.isFinite(value)) throw new LostValueError([...key, name], String(value));
      return;
    case 'string':
      if (!isWellFormed(value)) throw new LostValueError([...key, name], 'a text with half of a character (a lone surrogate)');
      return;
    case 'function':
    case 'bigint':
    case 'symbol':
      throw new LostValueError([...key, name], `a ${typeof value}`);
  }
}

/** Node 20 has this method; the library of the language version that we compile to does not know it. */
function isWellFormed(text: string): boolean {
  return (text as unknown as { isWellFormed(): boolean }).isWellFormed();
}

function isPlain(value: unknown): value is object {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
