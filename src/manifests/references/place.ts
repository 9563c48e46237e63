import { isJsonObject, type JsonObject, type JsonValue } from '../json';
import type { Manifest } from '../manifest';
import { pointer, type Pointer } from '../pointer';

/** A place in a manifest: what is there and the pointer that leads to it. Walking past the end gives places with nothing. */
export class Place {
  private constructor(
    public readonly value: JsonValue | undefined,
    private readonly parent?: Place,
    private readonly path: ReadonlyArray<string | number> = [],
  ) {}

  /** The whole of a manifest. */
  public static root(manifest: Manifest): Place {
    return new Place(manifest);
  }

  /** The pointer that leads here. Built when asked for, as most places are only passed on the way. */
  public get pointer(): Pointer {
    return this.parent ? pointer(this.parent.pointer, ...this.path) : '';
  }

  /** Follows fields and indices. */
  public at(...path: ReadonlyArray<string | number>): Place {
    let value = this.value;
    for (const segment of path) {
      if (Array.isArray(value)) value = value[Number(segment)];
      else value = isJsonObject(value) && Object.hasOwn(value, segment) ? value[segment] : undefined;
    }
    return new Place(value, this, path);
  }

  /** Whether something is there. Null counts as nothing, as it does to a controller. */
  public get exists(): boolean {
    return this.value !== undefined && this.value !== null;
  }

  /** The text here, `''` when there is none. */
  public get text(): string {
    return typeof this.value === 'string' ? this.value : '';
  }

  /** The object here, empty when there is none. */
  public get object(): JsonObject {
    return isJsonObject(this.value) ? this.value : {};
  }

  /** The items of the list here, none when it is no list. */
  public get items(): Place[] {
    return Array.isArray(this.value) ? this.value.map((item: JsonValue, index) => new Place(item, this, [index])) : [];
  }

  /** The fields of the object here, none when it is no object. */
  public get fields(): ReadonlyArray<readonly [string, Place]> {
    return Object.keys(this.object).map((key) => [key, this.at(key)] as const);
  }
}
