import type { ConformanceLines } from '../line';

/** The Image Updater: argoproj-labs/argocd-image-updater. */
export const IMAGE_UPDATER: ConformanceLines = {
  'CD-254': { check: 'at least one application, each name once', rules: ['schema/bounds', 'schema/duplicate'], unwritable: '`applications` is a list with a first' },
  'CD-255': { check: 'images, or useAnnotations', rules: ['schema/expression'], unwritable: 'an application has `images` or `fromAnnotations`' },
  'CD-256': { check: 'aliases are plain names, and an image has a name', rules: ['schema/format', 'schema/required'], unwritable: '`UpdatedImage`' },
  'CD-257': { check: 'the method is argocd, git, or git: and a login', rules: ['schema/format'], unwritable: '`WriteBack`' },
  'CD-258': { check: 'a pull request is of GitHub or of GitLab', rules: ['schema/expression'], unwritable: '`pullRequest` is one of the two' },
  'CD-259': { check: 'labels of pull requests are at most 100, of 1 to 255 characters', rules: ['schema/unknown-field'], rest: 'release 1.3.0 has no labels yet' },
  'CD-260': { check: 'one target: Helm, Kustomize or a plugin', rules: ['schema/expression', 'schema/required'], unwritable: '`ImageTarget`' },
  'CD-261': { check: 'verification has a key', rules: ['schema/expression'], unwritable: '`signedBy` is a key' },
  'CD-262': 'the pattern of names can be read',
  'CD-263': { check: 'a branch has one colon at most, none for pull requests', unwritable: '`writeBranch` does not compile beside `pullRequest`' },
  'CD-264': { check: 'a kustomization is named by its folder', unwritable: '`WriteBackTarget.kustomization`' },
  'CD-265': { check: 'the login for Git is repocreds, or a Secret beside the Application', unwritable: '`credentialsSecret` is the name of a Secret' },
  'CD-266': { check: 'the Secret has the fields that the URL needs', cluster: 'what a Secret holds is in no manifest' },
  'CD-267': { check: 'the Application is rendered by Helm, Kustomize or a plugin', rest: 'folders that others write' },
  'CD-268': { check: 'annotations name one target an alias', unwritable: '`ImageTarget`' },
  'CD-269': { check: 'the list of images is there and names them', unwritable: '`ImageUpdaterAnnotations` begins with an image' },
  'CD-270': { check: 'an unknown strategy is semver', unwritable: '`UpdatedImage` has one factory a strategy' },
  'CD-271': { check: 'a filter of tags is any or regexp: and an expression', unwritable: '`Tags`' },
  'CD-272': { check: 'a login is in one of four places', unwritable: '`RegistryCredential`' },
  'CD-273': { check: 'a platform has an operating system and an architecture', unwritable: '`platforms` have a slash' },
  'CD-274': { check: 'registries have names, URLs, and prefixes but one', unwritable: '`ImageRegistry.of` needs a prefix' },
  'CD-275': { check: 'fields of registries have their types', unwritable: '`ImageRegistry`' },
  'CD-276': 'Applications are in the namespace of the resource',
};
