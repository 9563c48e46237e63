import { distance } from 'fastest-levenshtein';
import { InputError } from '../manifests/input-error';
import { schemaIds } from '../validation/schema/schema-store';
import { DEFAULT_TARGETS } from '../validation/targets';
import type { LabelledManifest } from './manifest-source';
import { listed } from './mismatch';
import type { ResourceQuery, ResourceReference } from './wanted';

/** More names than these nobody reads in a message. */
const MOST_NAMES = 20;

/** Tells the objects that are meant from the others. */
export class ResourceFilter {
  private readonly wanted: ResourceReference;

  public constructor(query: ResourceQuery) {
    this.wanted = typeof query === 'string' ? { kind: query } : query;
  }

  /** Whether the object is meant. */
  public fits({ manifest, namespace: own }: LabelledManifest): boolean {
    const { kind, apiVersion = manifest.apiVersion, name = manifest.metadata.name, namespace = own } = this.wanted;
    return manifest.kind === kind && manifest.apiVersion === apiVersion && manifest.metadata.name === name && own === namespace;
  }

  /** Whether an object is of the kind, if not the one that is meant. */
  public fitsKind({ manifest }: LabelledManifest): boolean {
    return manifest.kind === this.wanted.kind;
  }

  /** The kind that was meant, if it is like one of these. */
  public meantKind(kinds: readonly string[]): string | undefined {
    const { kind } = this.wanted;
    return kinds.find((one) => one.toLowerCase() === kind.toLowerCase() || distance(one, kind) <= (kind.length > 5 ? 2 : 1));
  }

  /** Throws for a kind that nobody knows and that is spelt like one of these: that there is none of it would prove nothing. */
  public refuseMisspeltKind(objects: readonly LabelledManifest[]): void {
    const { kind } = this.wanted;
    if (objects.some((object) => this.fitsKind(object))) return;
    const meant = this.meantKind([...new Set(objects.map(({ manifest }) => manifest.kind))].sort());
    if (meant === undefined) return;
    const { custom, kubernetes } = schemaIds(DEFAULT_TARGETS);
    if ([...custom, ...kubernetes].some((id) => id.endsWith(`/${kind}`))) return;
    throw new InputError(`there is no kind ${JSON.stringify(kind)}. did you mean ${meant}?`);
  }

  /** How to say which of several is meant. */
  public advice(): string {
    if (this.wanted.name === undefined) return 'say its name: find(kind, name)';
    return 'name its namespace, { kind, name, namespace }, or ask the chart that has it: Manifests.fromChart(chart)';
  }

  /** As messages name it: `Rollout/web`. */
  public get text(): string {
    const { kind, apiVersion, name, namespace } = this.wanted;
    return `${[kind, namespace, name ?? (namespace === undefined ? undefined : '*')].filter((part) => part !== undefined).join('/')}` +
      `${apiVersion === undefined ? '' : ` of ${apiVersion}`}`;
  }
}

/** What there is instead, for the end of a message. */
export function inventory(filter: ResourceFilter, objects: readonly LabelledManifest[]): string {
  const same = objects.filter((object) => filter.fitsKind(object));
  if (same.length > 0) {
    const more = same.length > MOST_NAMES ? ` and ${same.length - MOST_NAMES} more` : '';
    return `there ${same.length === 1 ? 'is' : 'are'}: ${listed(same.map(({ label }) => label)).split(', ').slice(0, MOST_NAMES).join(', ')}${more}`;
  }
  const kinds = [...new Set(objects.map(({ manifest }) => manifest.kind))].sort();
  const meant = filter.meantKind(kinds);
  if (meant !== undefined) return `did you mean ${meant}?`;
  return kinds.length > 0 ? `the kinds are: ${listed(kinds)}` : 'there are no objects at all';
}
