import type { GoMap } from '../languages/go-templates/values';
import { isJsonObject, type JsonObject, type JsonValue } from '../manifests/json';
import { pointer, type Pointer, valueAt } from '../manifests/pointer';
import { ExpansionError } from './expansion-error';
import type { TextRenderer } from './text-renderer';

/** A text in which something is not filled in. */
export interface LeftOver {
  /** Where the text stands in the ApplicationSet. */
  readonly pointer: Pointer;
  /** The parameter that is not there; absent where `<no value>` stands instead, and its name is lost. */
  readonly parameter?: string;
}

/** Fields that are one value to whoever merges templates. */
const WHOLE = new Set(['valuesObject']);

/**
 * The template of a generator over that of the ApplicationSet: what it leaves empty comes from below, lists count as one value, and
 * false, 0 and '' are empty.
 *
 * @see applicationset/generators/generator_spec_processor.go in argoproj/argo-cd, merge.go in darccio/mergo
 */
export function mergedTemplate(over: JsonValue | undefined, base: JsonValue | undefined, field = ''): JsonValue | undefined {
  if (isEmpty(over)) return base ?? over;
  if (!isJsonObject(over) || !isJsonObject(base) || WHOLE.has(field)) return over;
  const keys = [...new Set([...Object.keys(base), ...Object.keys(over)])];
  return Object.fromEntries(keys.map((key) => [key, mergedTemplate(over[key], base[key], key)]));
}

function isEmpty(value: JsonValue | undefined): boolean {
  if (value === undefined || value === null || value === false || value === 0 || value === '') return true;
  return Array.isArray(value) ? value.length === 0 : isJsonObject(value) && Object.keys(value).length === 0;
}

/** Where parts of a merged template are written. */
export interface TemplateSource {
  /** Of the ApplicationSet: `/spec/template`. */
  readonly base: Pointer;
  /** Of the generator. */
  readonly over: Pointer;
  readonly overValue: JsonValue | undefined;
}

/** Fills a template in. Texts that depend on what is not known stay as they are written. */
export class TemplateRendering {
  /** What is not filled in. */
  public readonly left: LeftOver[] = [];

  public constructor(
    private readonly renderer: TextRenderer,
    private readonly parameters: GoMap,
    private readonly source: TemplateSource,
  ) {}

  /** The value with all texts and keys filled in. Throws ExpansionError. */
  public fill(value: JsonValue, at: Pointer = ''): JsonValue {
    if (typeof value === 'string') return this.text(value, at);
    if (Array.isArray(value)) return value.map((item: JsonValue, i) => this.fill(item, pointer(at, i)));
    if (!isJsonObject(value)) return value;
    const filled: [string, JsonValue][] = [];
    for (const [key, item] of Object.entries(value)) {
      // Empty maps and lists are not there to Go, nor is null.
      if (item !== undefined && item !== null) filled.push([key.includes('{{') ? this.text(key, at) : key, this.fill(item, pointer(at, key))]);
    }
    return Object.fromEntries(filled) satisfies JsonObject;
  }

  private text(text: string, at: Pointer): string {
    if (!text.includes('{{')) return text;
    const place = this.placeOf(at);
    const outcome = this.renderer.render(text, this.parameters);
    if ('problem' in outcome) throw ExpansionError.ofText(place, outcome);
    if ('left' in outcome) for (const parameter of outcome.left as readonly string[]) this.left.push({ pointer: place, parameter });
    if (!('text' in outcome)) return text;
    if (this.renderer.goTemplate && outcome.text.includes('<no value>')) this.left.push({ pointer: place });
    return outcome.text;
  }

  private placeOf(at: Pointer): Pointer {
    const { base, over, overValue } = this.source;
    return isEmpty(valueAt(overValue, at)) ? base + at : over + at;
  }
}
