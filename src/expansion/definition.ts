import { fromJson, GoMap, type GoValue, isList, Unknown } from '../languages/go-templates/values';
import type { JsonValue } from '../manifests/json';
import { pointer, type Pointer } from '../manifests/pointer';

/** A part of a generator as it is written, or, in a matrix, as the parameters of its first generator fill it in. */
export class Definition {
  /** A part of the manifest. */
  public static of(value: JsonValue | undefined, at: Pointer): Definition {
    return new Definition(fromJson(value), at);
  }

  public constructor(
    /** What stands there. */
    public readonly value: GoValue,
    /** Where it is written. */
    public readonly pointer: Pointer,
  ) {}

  /** What stands below a key. */
  public at(key: string): Definition {
    const value = this.value instanceof GoMap ? this.value.get(key) : undefined;
    return new Definition(value, pointer(this.pointer, key));
  }

  /** Whether something stands here. */
  public get exists(): boolean {
    return this.value !== undefined && this.value !== null;
  }

  /** The text here: `''` for none, unknown where only Argo CD knows it. */
  public get text(): string | Unknown {
    return typeof this.value === 'string' || this.value instanceof Unknown ? this.value : '';
  }

  /** The text here, `''` for none and for one that is not known. */
  public get word(): string {
    return typeof this.value === 'string' ? this.value : '';
  }

  /** The items of the list here. */
  public get items(): readonly Definition[] {
    return isList(this.value) ? this.value.map((item, i) => new Definition(item, pointer(this.pointer, i))) : [];
  }

  /** The fields of the map here. */
  public get fields(): ReadonlyArray<readonly [string, Definition]> {
    return this.value instanceof GoMap ? [...this.value.entries.keys()].map((key) => [key, this.at(key)] as const) : [];
  }
}
