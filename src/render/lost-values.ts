/**
 * Refuses what rendering would drop without a word: cdk8s removes every null, and an undefined inside a list becomes a
 * hole. (`undefined` as a property is how one says "not rendered".) Looks at one level; resolving visits every level.
 */
export function refuseLostValues(value: unknown, key: readonly string[]): void {
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) {
      if (value[i] == null) throw new LostValueError([...key, String(i)], String(value[i]));
    }
  } else if (Object.getPrototypeOf(value) === Object.prototype) {
    for (const name in value as Record<string, unknown>) {
      if ((value as Record<string, unknown>)[name] === null) throw new LostValueError([...key, name], 'null');
    }
  }
}

/** A value that would vanish on its way to YAML. */
export class LostValueError extends Error {
  public override readonly name = 'LostValueError';

  public constructor(key: readonly string[], value: string) {
    super(`${key.join('.')} is ${value}, which cdk8s would drop silently. leave the field out, or give it a value ` +
      '(inside Helm values, pass the values as text)');
  }
}
