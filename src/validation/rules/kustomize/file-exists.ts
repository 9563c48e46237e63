import { definePassRule } from '../../rule';

/** Finds files that a kustomization names and that are not there. Files are known where they are linted: `lint/missing-files.ts` looks. */
export const fileExists = definePassRule({
  id: 'kustomize/file-exists',
  severity: 'error',
  since: '0.1.0',
  implements: [],
  title: 'the files and folders that a kustomization names are there',
  rationale: 'Kustomize renders nothing when one file is missing: the Application shows a ComparisonError. Addresses of other repositories are not '
    + 'looked at. Without --complete it is a warning, as something may write the file before Kustomize reads it.',
  needsCompleteSet: true,
});
