import type { GeneratedApplication } from '../../../expansion/application-set-expansion';
import { isJsonObject } from '../../../manifests/json';
import type { Manifest } from '../../../manifests/manifest';
import type { ManifestEntry } from '../../../manifests/manifest-set';
import { type Pointer, valueAt } from '../../../manifests/pointer';
import type { Rule, RuleContext } from '../../rule';
import { type ApplicationFinding, checkOn } from '../appsets/findings-of-application';
import { type Generated, generatedBy, listed } from '../appsets/generated';

/** Which Applications of a set something has to be wrong with. */
type Wrong = 'in any' | 'in all';

/**
 * Looks at an Application, or at those that a set makes: what is wrong with them is said where the template says it. Of an
 * Application that a patch makes of what only Argo CD knows nothing is said.
 *
 * @param wrong what does nothing for one Application may do something for others of its set
 */
export function checkApplications(entry: ManifestEntry, context: RuleContext, check: Rule['check'], wrong: Wrong = 'in any'): void {
  if (entry.id.kind !== 'ApplicationSet') {
    check(entry, context);
    return;
  }
  const generated = generatedBy(entry, context.manifests);
  const known = generated.filter(({ application }) => application.unknown === undefined);
  if (known.length === 0 || (wrong === 'in all' && known.length < generated.length)) return;
  for (const { at, finding: { message, details }, of } of together(entry, context, check, known)) {
    const isOfAll = of.length === known.length;
    if (wrong === 'in all' && !isOfAll) continue;
    const names = of.map(({ name }) => name).filter((name) => name !== '');
    context.report(at, isOfAll || names.length === 0 ? message : `${message} (${listed(names)})`, details);
  }
}

interface Together {
  readonly at: Pointer;
  readonly finding: ApplicationFinding;
  readonly of: Generated[];
}

function together(entry: ManifestEntry, context: RuleContext, check: Rule['check'], generated: readonly Generated[]): Iterable<Together> {
  const alike = new Map<string, readonly ApplicationFinding[]>();
  const found = new Map<string, Together>();
  for (const one of generated) {
    const { manifest } = one.application;
    const key = keyOf(manifest, context);
    const findings = alike.get(key) ?? checkOn(manifest, check, entry, context);
    alike.set(key, findings);
    for (const finding of findings) {
      const at = placeIn(entry.manifest, one.application, finding.pointer);
      const known = found.get(`${at}\n${finding.message}`);
      if (known) known.of.push(one);
      else found.set(`${at}\n${finding.message}`, { at, finding, of: [one] });
    }
  }
  return found.values();
}

/** Everything of an Application that decides what is said of it: it may be one of a thousand, for as many clusters. */
function keyOf({ metadata, spec }: Manifest, { manifests }: RuleContext): string {
  const { destination, ...rest } = isJsonObject(spec) ? spec : {};
  const isFoundByName = manifests.repositories.length === 0;
  return JSON.stringify([rest, isJsonObject(destination) ? destination.namespace : '', isFoundByName ? metadata.name : '']);
}

/** Where the set says what an Application has here: in the template of its generator, in that of all, or in the patch. */
function placeIn(set: Manifest, { generator, unpatched }: GeneratedApplication, at: Pointer): Pointer {
  const own = [`${generator}/template${at}`, `/spec/template${at}`].find((place) => valueAt(set, place) !== undefined);
  return own ?? (unpatched ? '/spec/templatePatch' : '/spec/template');
}
