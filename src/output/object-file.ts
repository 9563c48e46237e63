import { createHash } from 'node:crypto';
import type { ObjectId } from '../manifests/manifest';
import type { Unit } from '../manifests/unit';
import { fileOf } from './layout';

/** Longer names are cut. File systems take 255 bytes, and what replaces a file is named a little longer than the file. */
const LONGEST = 180;

/**
 * The file of one object: `rollout.argoproj.io_web.k8s.yaml`, with the namespace behind it where that is not the one of the unit. It
 * is made of nothing but the object's identity, so other objects come and go without moving it, and no two identities share a file, also
 * where the file system ignores case.
 *
 * @throws OutputError when the id of the unit cannot be a folder
 */
export function fileOfObject(unit: Pick<Unit, 'id' | 'namespace'>, { group, kind, namespace, name }: ObjectId): string {
  const folder = fileOf(unit.id).slice(0, unit.id.length);
  const type = [kindText(kind), ...(group === '' ? [] : [escaped(group)])].join('.');
  // No part has an underscore of its own.
  const parts = [type, escaped(name), ...(namespace === '' || namespace === unit.namespace ? [] : [escaped(namespace)])];
  return `${folder}/${shortened(withoutDevice(parts.join('_')))}.k8s.yaml`;
}

/** `AnalysisRun` as `analysis-run`. An acronym ends with two hyphens, since `HTTPRoute` and `HttpRoute` are two kinds: `http--route`. */
function kindText(kind: string): string {
  const words = kind.match(/[A-Z]+(?![a-z0-9])|[A-Z][a-z0-9]+|[^A-Z]+/g) ?? [];
  return words.map(wordText).join('').slice(0, -1);
}

function wordText(word: string): string {
  if (/^[A-Z]+$/.test(word)) return `${word.toLowerCase()}--`;
  if (/^[A-Z]/.test(word)) return `${word.toLowerCase()}-`;
  // No kind of Kubernetes has this, so anything will do that no kind has.
  return `${word.replace(/[^]/g, code)}-`;
}

/** A text of letters that every file system keeps apart; no other text has the same. */
function escaped(text: string): string {
  return text.replace(/[^a-z0-9.-]/g, code);
}

function code(letter: string): string {
  const unit = letter.charCodeAt(0);
  return unit < 0x80 ? `%${unit.toString(16).padStart(2, '0')}` : `%u${unit.toString(16).padStart(4, '0')}`;
}

/** Windows opens a device for `con.example.com_web.k8s.yaml`. */
function withoutDevice(name: string): string {
  return /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)/.test(name) ? `${code(name[0]!)}${name.slice(1)}` : name;
}

function shortened(name: string): string {
  if (name.length <= LONGEST) return name;
  const hash = createHash('sha256').update(name).digest('hex').slice(0, 32);
  // Only cut names have this sign, so none of them is the full name of another object.
  return `${name.slice(0, LONGEST - hash.length - 1)}~${hash}`;
}
