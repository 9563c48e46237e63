import { readYaml } from '../languages/yaml-text';
import { InputError } from '../manifests/input-error';
import { isJsonObject, type JsonValue } from '../manifests/json';
import { type Pointer, pointer } from '../manifests/pointer';
import { described } from './described';
import { differences, fieldOf, isWantedList, isWantedObject, sizeOf } from './differences';
import { type Difference, Matcher, type WantedJson } from './matcher';
import { shown } from './shown';

/**
 * Describes a value where it cannot be given, or should not be. Wherever `Manifests` wants a value, one of these may stand.
 *
 * @example
 *   manifests.hasResource('VirtualService', { spec: { http: Match.arrayWith([{ name: 'primary', mirror: Match.absent() }]) } });
 */
export class Match {
  /** The field is not there. The same as `undefined`, for those who read it. */
  public static absent(): Matcher {
    return new Matcher('it absent', (got, at) => (got === undefined ? [] : [{ pointer: at, wanted: undefined, got }]));
  }

  /** The field is there, whatever it says. */
  public static anyValue(): Matcher {
    return plainly('any value', (got) => got !== undefined && got !== null);
  }

  /** A text in which the expression is found. Anchor it, `/^web-/`, to be strict. */
  public static pattern(expression: RegExp): Matcher {
    // `search` starts at the beginning, also with an expression that remembers where it was.
    return plainly(`text like ${String(expression)}`, (got) => typeof got === 'string' && got.search(expression) >= 0);
  }

  /** A list that has these items in this order; others may stand before, between and after them. Each may have more fields. */
  public static arrayWith(items: readonly WantedJson[]): Matcher {
    if (items.length === 0) throw new InputError('arrayWith was given no items, and any list has none. name one, or use Match.anyValue()');
    const matcher: Matcher = new Matcher(`a list with ${shown(items)}`, (got, at) =>
      (Array.isArray(got) ? missingItem(items, got as readonly JsonValue[], at) : [{ pointer: at, wanted: matcher, got }]));
    return matcher;
  }

  /** Exactly this value: objects in it have no other fields. */
  public static exact(value: WantedJson): Matcher {
    return new Matcher(`exactly ${shown(value)}`, (got, at) => exactly(value, got, at));
  }

  /** Anything but this; an absent field too. */
  public static not(unwanted: WantedJson): Matcher {
    return plainly(`anything but ${shown(unwanted)}`, (got) => differences(unwanted, got).length > 0);
  }

  /** A text of YAML or JSON that says this, as ConfigMaps and Helm values hold it. Objects in it may have more fields. */
  public static serialized(value: WantedJson): Matcher {
    const matcher: Matcher = new Matcher(`YAML that says ${shown(value)}`, (got, at) => {
      const read = typeof got === 'string' ? readYaml(got) : undefined;
      if (!read || read.problem !== undefined) return [{ pointer: at, wanted: matcher, got }];
      return differences(value, read.value as JsonValue, at);
    });
    return matcher;
  }

  private constructor() {}
}

function plainly(description: string, fits: (got: JsonValue | undefined) => boolean): Matcher {
  const matcher: Matcher = new Matcher(description, (got, at) => (fits(got) ? [] : [{ pointer: at, wanted: matcher, got }]));
  return matcher;
}

function missingItem(items: readonly WantedJson[], got: readonly JsonValue[], at: Pointer): readonly Difference[] {
  let next = 0;
  for (const item of items) {
    const rest = got.slice(next).map((value, i) => ({ place: next + i, found: differences(item, value, pointer(at, next + i)) }));
    const fitting = rest.find(({ found }) => found.length === 0);
    if (!fitting) {
      const [closest] = rest.sort((a, b) => sizeOf(a.found) - sizeOf(b.found));
      const earlier = got.slice(0, next).findIndex((value) => differences(item, value).length === 0);
      const place = next === 0 ? '' : ` after [${next - 1}]${earlier < 0 ? '' : `, only before it, at [${earlier}]`}`;
      return [{ pointer: at, wanted: new Matcher(`item ${shown(item)}${place}`, () => []), got, closest: closest?.found ?? [] }];
    }
    next = fitting.place + 1;
  }
  return [];
}

function exactly(wanted: WantedJson, got: JsonValue | undefined, at: Pointer): readonly Difference[] {
  const matcher = described(wanted, at);
  if (matcher) return matcher._differences(got, at);
  if (isWantedObject(wanted) && isJsonObject(got)) {
    const keys = [...new Set([...Object.keys(wanted), ...Object.keys(got)])];
    return keys.flatMap((key) => exactly(Object.hasOwn(wanted, key) ? wanted[key] : undefined, fieldOf(got, key), pointer(at, key)));
  }
  if (isWantedList(wanted) && Array.isArray(got) && wanted.length === got.length) {
    return wanted.flatMap((item, i) => exactly(item, got[i] as JsonValue, pointer(at, i)));
  }
  return differences(wanted, got, at);
}
