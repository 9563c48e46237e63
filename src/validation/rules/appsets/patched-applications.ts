import type { Manifest } from '../../../manifests/manifest';
import { readable } from '../../../manifests/pointer';
import { defineRule, type Rule } from '../../rule';
import { annotationValues } from '../apps/annotation-values';
import { destinationOneOf } from '../apps/destination-one-of';
import { destinationRegistered } from '../apps/destination-registered';
import { directoryPatterns } from '../apps/directory-patterns';
import { finalizerKnown } from '../apps/finalizer-known';
import { ignoredPathCompiles } from '../apps/ignored-path-compiles';
import { kustomizeValues } from '../apps/kustomize-values';
import { namespaceMetadataUsed } from '../apps/namespace-metadata-used';
import { refFound } from '../apps/ref-found';
import { refNames } from '../apps/ref-names';
import { repositoryWithoutCredentials } from '../apps/repository-without-credentials';
import { retryDuration } from '../apps/retry-duration';
import { retryLimit } from '../apps/retry-limit';
import { sourceOneOf } from '../apps/source-one-of';
import { sourcePath } from '../apps/source-path';
import { syncOptionKnown } from '../apps/sync-option-known';
import { toolVersions } from '../apps/tool-versions';
import { valueFiles } from '../apps/value-files';
import { destinationPermitted } from '../projects/destination-permitted';
import { sourcePermitted } from '../projects/source-permitted';
import { exampleApplicationSet, exampleList, exampleTemplate, GO_TEMPLATE } from './example-application-set';
import { type ApplicationFinding, broughtByPatch, rulesOn, schemaOn } from './findings-of-application';
import { generatedBy, listed } from './generated';

/** Errors of one Application, as far as a patch can make them. */
const RULES: readonly Rule[] = [
  annotationValues, destinationOneOf, destinationPermitted, destinationRegistered, directoryPatterns, finalizerKnown, ignoredPathCompiles,
  kustomizeValues, namespaceMetadataUsed, refFound, refNames, repositoryWithoutCredentials, retryDuration, retryLimit, sourceOneOf,
  sourcePath, sourcePermitted, syncOptionKnown, toolVersions, valueFiles,
];

/** Finds Applications that the patch of the template makes wrong. */
export const patchedApplications = defineRule({
  id: 'appsets/patched-applications',
  severity: 'error',
  kinds: ['argoproj.io/ApplicationSet'],
  since: '0.1.0',
  implements: ['CD-179'],
  title: 'the patch of a template makes Applications that are right',
  rationale: 'The patch is laid over each Application once its parameters are filled in, and what comes out is looked at as if it were written: '
    + 'its fields, and what Argo CD makes of them. A field that an Application does not have is dropped without a word. A patch that '
    + 'depends on what only Argo CD knows is not looked at.',
  bad: example('retires'),
  good: example('retry'),
  check(entry, context) {
    const found = new Map<string, { readonly finding: ApplicationFinding; readonly names: string[] }>();
    const find = (manifest: Manifest): readonly ApplicationFinding[] => {
      const { found: ofSchema, malformed } = schemaOn(manifest, context);
      return malformed ? ofSchema : [...ofSchema, ...rulesOn(manifest, RULES, entry, context)];
    };
    for (const { application, name } of generatedBy(entry, context.manifests)) {
      if (!application.unpatched) continue;
      for (const finding of broughtByPatch(find(application.manifest), application, true, find)) {
        const key = `${finding.pointer}\n${finding.message}`;
        const known = found.get(key);
        if (known) known.names.push(name);
        else found.set(key, { finding, names: [name] });
      }
    }
    for (const { finding: { pointer, message, details }, names } of found.values()) {
      const known = names.filter((name) => name !== '');
      const whose = known.length > 0 ? listed(known) : 'the Applications';
      context.report('/spec/templatePatch', `the patch makes ${readable(pointer)} of ${whose} wrong: ${message}`, details);
    }
  },
});

function example(field: string): string {
  return exampleApplicationSet(`${GO_TEMPLATE}
${exampleList('{ app: web }')}
${exampleTemplate("'{{ .app }}'")}
templatePatch: |
  spec:
    syncPolicy:
      ${field}:
        limit: 3`);
}
