import type { ConformanceLines } from '../line';

const RENDERED = 'the repository server finds it when it renders the repository';

/** What the repo server refuses: reposerver/repository in argoproj/argo-cd. */
export const MANIFEST_GENERATION: ConformanceLines = {
  'CD-047': { check: 'the path of a source is relative', unwritable: '`Source` refuses any other' },
  'CD-048': { check: 'the path of a source stays in the repository', unwritable: '`Source` refuses any other' },
  'CD-049': {
    check: 'the path of a source is a folder that is there', unwritable: '`Source.chart` takes the folder from the chart',
    rest: 'folders that are written by others',
  },
  'CD-050': { check: 'links of the repository do not lead out of it', cluster: RENDERED },
  'CD-051': { check: 'value files lie in the repository', unwritable: '`Source` refuses any other' },
  'CD-052': 'a value file is not the top of the repository',
  'CD-053': 'value files are read by a scheme that argocd-cm allows',
  'CD-054': { check: 'links lead to a file after ten steps at most', cluster: RENDERED },
  'CD-055': { check: 'value files are there', cluster: 'they are written by others than this app, and only the repository shows them' },
  'CD-056': { check: 'a pattern of value files matches one', cluster: 'they are written by others than this app, and only the repository shows them' },
  'CD-057': { check: 'value files that begin with $ belong to a ref source', unwritable: '`valueFiles` takes files of a `RefSource`, which has to be among the sources' },
  'CD-058': { check: 'a ref source of value files is no chart', unwritable: '`Source.ref` takes a Git repository' },
  'CD-059': { check: 'files of one repository are taken at one revision', rest: 'two names of revisions, such as HEAD and main, that turn out to be two commits' },
  'CD-060': { check: 'the version of Helm is v3 or v4', unwritable: '`version` is `v3` or `v4`' },
  'CD-061': 'the version of Kubernetes can be read',
  'CD-062': { check: 'the project permits the repositories that a chart takes its dependencies from', cluster: 'the dependencies stand in the chart' },
  'CD-063': { check: 'the chart can be rendered with these values', unwritable: '`values` is an object', rest: 'what the schema and the templates of the chart make of them' },
  'CD-064': { check: 'patches are for a folder with a kustomization file that can be read', cluster: 'the file is written by others than this app' },
  'CD-065': { check: 'components lie in the repository', unwritable: '`Source` refuses any other', rest: 'whether Kustomize knows components: it is at least version 3.7 with every Argo CD that is supported' },
  'CD-066': { check: 'Kustomize takes the images, labels and counts', unwritable: '`images` has names, tags and digests of its own', rest: 'contradictions with labels of the folder' },
  'CD-067': 'the version of Kustomize is registered in argocd-cm',
  'CD-068': { check: 'a plugin is there, and takes the folder', rest: 'which plugins somebody has added to the repository server' },
  'CD-069': { check: 'parameters of a plugin can be written as JSON', unwritable: '`parameters` takes texts, lists of texts and texts by name' },
  'CD-070': { check: 'files of a directory are YAML, or JSON with one object, and not too many', cluster: 'the files are written by others; what this app writes is YAML that a second reader has read in the tests' },
  'CD-071': { check: 'Jsonnet can be evaluated, to an object or a list', cluster: RENDERED },
  'CD-072': { check: 'patterns of a directory can be read', rest: 'links to where they must not lead' },
  'CD-073': { check: 'a YAML file that cannot be read is an error, unless it does not look like a manifest', cluster: 'the files are written by others; what this app writes is YAML that a second reader has read in the tests' },
  'CD-074': { check: '.argocd-source.yaml can be read', cluster: 'the file is written by Image Updater or by people, into the repository' },
  'CD-075': { check: 'the revision is one that is there', unwritable: '`Source.helmChart` takes a version or a range of versions', rest: 'the tags, which only the repository or registry shows' },
  'CD-076': { check: 'commits are signed as the project asks for, and it asks once', rest: 'the signatures, which stand in the repository' },
};
