import type { InertField } from '../../../languages/rbac-policy/inert-line';
import type { PermissionLine } from '../../../languages/rbac-policy/policy-line';
import type { ManifestEntry } from '../../../manifests/manifest-set';
import type { RuleContext } from '../../rule';
import { nearest } from '../../schema/similar-name';
import { keyPointer, rbacConfigMap } from './rbac-config-map';

/** Reports the lines with a field that no request fits. Regular expressions are not looked into. */
export function reportInert(entry: ManifestEntry, context: RuleContext, inert: (line: PermissionLine) => InertField | undefined): void {
  const rbac = rbacConfigMap(entry);
  if (rbac?.settings.mode !== 'glob') return;
  for (const line of rbac.own.permissions) {
    const { resource, action, object } = line;
    // Blanks are another rule's.
    const found = [resource, action, object].some((field) => field !== field.trim()) ? undefined : inert(line);
    if (!found) continue;
    const { received, expected, why, candidates = [] } = found;
    const near = nearest(received, candidates);
    context.report(keyPointer(line.source), `line ${line.number} fits nothing: ${why}`, {
      received, expected, fix: cureOf(line) ?? (near ? `did you mean ${near}?` : 'write what is expected, or take the line out'),
    });
  }
}

function cureOf({ resource, action }: PermissionLine): string | undefined {
  if (resource === 'applications' && action === 'rollback') return 'write sync: Argo CD 3.5 asks for it when somebody rolls back';
  return resource === 'exec' && action === 'get' ? 'write create' : undefined;
}
