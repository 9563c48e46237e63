import { dirname, relative, sep } from 'node:path';
import { isWithin } from '../manifests/folder-within';
import type { NameAffixes, Unit } from '../manifests/unit';
import type { Delivery } from './deliveries';
import { isKustomization, type LintedObject } from './linted-object';

/** The units of the folders of a workspace. One that nobody says is applied as a whole has a `looseFolder`. */
export class UnitsOf {
  private readonly applied: readonly string[];
  private readonly flat: ReadonlySet<string>;
  private readonly kustomizations: ReadonlyMap<string, LintedObject['manifest']>;
  private readonly known = new Map<string, Unit>();

  public constructor(objects: readonly LintedObject[], private readonly top: string, private readonly deliveries: readonly Delivery[]) {
    const kustomized = objects.filter(isKustomization);
    this.kustomizations = new Map(kustomized.map((object) => [folderOf(object) ?? '', object.manifest]));
    const applied = new Set([...deliveries.map(({ folder }) => folder), ...this.kustomizations.keys()]);
    this.applied = [...applied].sort((a, b) => b.length - a.length);
    const deep = new Set([...this.kustomizations.keys(), ...deliveries.filter(({ isFlat }) => !isFlat).map(({ folder }) => folder)]);
    this.flat = new Set(this.applied.filter((folder) => !deep.has(folder)));
  }

  public of(object: LintedObject): Unit {
    const folder = folderOf(object);
    if (folder === undefined) return { id: object.document.file.path, namespace: '', destination: { cluster: '' } };
    let known = this.known.get(folder);
    if (!known) this.known.set(folder, known = this.made(folder));
    return known;
  }

  private made(folder: string): Unit {
    const applied = this.applied.find((one) => folder === one || (isWithin(folder, one) && !this.flat.has(one)));
    const root = applied ?? folder;
    const deliveries = this.deliveries.filter((delivery) => delivery.folder === root);
    const kustomization = this.kustomizations.get(root);
    const affixes = kustomization && affixesOf(kustomization);
    const id = relative(this.top, root).split(sep).join('/') || '.';
    return {
      id,
      namespace: textOf(kustomization?.namespace) || only(deliveries.map(({ namespace }) => namespace)),
      destination: { cluster: only(deliveries.map(({ cluster }) => cluster)) },
      ...(affixes ? { affixes } : {}),
      ...(applied === undefined ? { looseFolder: id } : {}),
    };
  }
}

/** The folder of an object, undefined for what came in by stdin. */
export function folderOf({ document }: LintedObject): string | undefined {
  const { absolute } = document.file;
  return absolute === undefined ? undefined : dirname(absolute);
}

/** The one text that all are, `''` where they differ. */
function only(texts: readonly string[]): string {
  return texts.every((text) => text === texts[0]) ? texts[0] ?? '' : '';
}

/** What a kustomization puts around names. */
export function affixesOf({ namePrefix, nameSuffix }: LintedObject['manifest']): NameAffixes | undefined {
  const [prefix, suffix] = [textOf(namePrefix), textOf(nameSuffix)];
  return prefix || suffix ? { prefix, suffix } : undefined;
}

/** A text, `''` for anything else. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
