import { credentialForm } from '../../languages/credentials/credential-forms';
import { writtenCredential } from '../../languages/credentials/credential-name';
import type { ManifestSet } from '../../manifests/manifest-set';
import type { Finding } from '../finding';
import type { Rule } from '../rule';
import { credentialByName } from '../rules/secrets/credential-by-name';
import { credentialInText } from '../rules/secrets/credential-in-text';

const FIX = 'keep the value in a Secret that a controller in the cluster makes, refer to it, and rotate what was committed';

/** Credentials in files beside the manifests. What an object of the same unit has been found to hold is not said again. */
export function findCredentialsInFiles(manifests: ManifestSet, rules: readonly Rule[], found: readonly Finding[]): Finding[] {
  return manifests.files.flatMap(({ unit, path, content, provenance }) => {
    const report = (rule: Rule, message: string, received: string): Finding[] => {
      const isKnown = found.some((finding) => finding.rule === rule.id && finding.entry?.unit.id === unit.id);
      return isKnown || !rules.includes(rule) ? [] : [{ rule: rule.id, severity: rule.severity, origin: provenance, pointer: '', message, received, fix: FIX }];
    };
    const form = credentialForm(content);
    if (form !== undefined) return report(credentialInText, `${form} stands in the file ${path} in plain text`, form);
    const name = writtenCredential(content);
    return name === undefined ? [] : report(credentialByName, `${name} is written as text in the file ${path}`, 'text');
  });
}
