import type { ConformanceLines } from '../line';

/** What the application controller reports: controller in argoproj/argo-cd. */
export const APPLICATION_CONDITIONS: ConformanceLines = {
  'CD-077': { check: 'the project permits the sources and the destination, with every refresh', as: ['CD-023', 'CD-024'] },
  'CD-078': { check: 'the project exists', as: ['CD-028'] },
  'CD-079': 'an object without a namespace finds one in the destination',
  'CD-080': { check: 'no object comes twice in one Application', rules: ['manifests/unique'] },
  'CD-081': {
    check: 'objects of kinds that `resource.exclusions` leaves out are not managed',
    rest: 'an argocd-cm that is not written here, such as the one that the installation brings',
  },
  'CD-082': 'no other Application has applied the object',
  'CD-083': { check: 'the sources can be rendered', cluster: 'rendering needs the repository and its credentials' },
  'CD-084': { check: 'no orphaned objects in the namespaces of the project', cluster: 'objects that nobody delivers are known to the cluster alone' },
  'CD-085': { check: 'no sync while the Application has an error condition', cluster: 'conditions are states of the cluster; what causes them has lines of its own' },
  'CD-086': { check: 'the project permits the kind of each object', rules: ['projects/kinds-permitted'] },
  'CD-087': { check: 'the project permits the namespace of each object', rules: ['projects/namespaces-permitted'] },
  'CD-088': {
    check: 'the kind of each object is served by the cluster',
    rules: ['schema/known-kind'],
    rest: 'which CRDs the cluster has beside those that are delivered',
  },
  'CD-089': { check: 'with impersonation a service account matches, and its name has no wildcards', rules: ['projects/service-account'] },
  'CD-090': { check: 'a `PrunePropagationPolicy` that does not exist counts as foreground', unwritable: '`SyncOption.prunePropagationPolicy` takes the three that exist' },
  'CD-091': { check: 'a sync option that does not exist is ignored', unwritable: '`SyncOption` has the ones that exist' },
  'CD-092': {
    check: 'automated pruning does not delete everything unless `allowEmpty` is set',
    cluster: 'what would be deleted is known to the cluster; a chart without objects is not written',
  },
  'CD-093': { check: 'the durations of retries can be read', unwritable: '`Retry` takes durations' },
  'CD-094': {
    check: 'a jq path of an ignored difference compiles inside of `del(...)`, and gives one result in a second',
    rest: 'an expression that fails for some objects only, or takes longer than a second',
  },
  'CD-095': {
    check: 'a JSON pointer of an ignored difference leads to a field',
    rest: 'a field that the schema knows and the object does not have',
  },
  'CD-096': 'an ignored difference of a kind outside the core group names the group',
  'CD-097': { check: 'a hook annotation without a valid phase makes an object that is never applied', unwritable: '`SyncHook` has a method for each phase' },
  'CD-098': { check: 'invalid phases beside valid ones are ignored', unwritable: '`SyncHook` has a method for each phase' },
  'CD-099': { check: 'an invalid hook delete policy counts as BeforeHookCreation', unwritable: '`deletePolicies` takes the three that exist' },
  'CD-100': { check: 'a wave that is no integer counts as the weight of a Helm hook, or 0', unwritable: '`SyncWaves` writes the waves' },
  'CD-101': { check: 'the dry run of every object succeeds', cluster: 'the dry run is the answer of the API server, webhooks among it; schemas and references have lines of their own' },
  'CD-102': { check: 'a CRD is established within three seconds', cluster: 'how fast a cluster is shows there' },
  'CD-103': { check: 'no object disappears while its sync waits for it', cluster: 'somebody else deletes it in the cluster' },
  'CD-104': 'with tracking by label the name of the Application fits into a label',
  'CD-105': { check: 'the objects of a deleted Application can be deleted', cluster: 'finalizers and reachability of the cluster decide' },
};
