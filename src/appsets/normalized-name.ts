import { normalized } from '../languages/go-templates/functions/argo';

/** A name as Argo CD makes it fit for the name of an object; undefined for letters that it may see otherwise than we do. */
export function normalizedName(name: string): string | undefined {
  return /[\u0080-\uffff]/.test(name) ? undefined : normalized(name);
}
