import type { ConformanceLines } from '../line';

/** argocd-cm and its kin: util/settings and util/lua in argoproj/argo-cd. */
export const ARGO_CD_SETTINGS: ConformanceLines = {
  'CD-186': { check: 'argocd-cm and the Secrets that it refers to have the label of Argo CD', unwritable: '`ArgoCdConfig` always renders the label', rest: 'Secrets that are made elsewhere' },
  'CD-187': { check: 'a customization has a type that Argo CD knows', unwritable: 'each type is a prop of `ArgoCdConfig`' },
  'CD-188': { check: 'the key of a customization has group and kind with one underscore', unwritable: 'props take group and kind apart' },
  'CD-189': { check: 'the key of a customization has all of its parts, and other keys are among the known ones', rest: 'kinds that no cluster has' },
  'CD-190': 'keys have the letters that a ConfigMap allows',
  'CD-191': 'values of customizations can be read',
  'CD-192': { check: 'a known type of a field is one of the built-in ones', rest: 'which of the types of the core group are in the list' },
  'CD-193': { check: 'a health check is Lua and returns a table', rest: 'what `LuaHealth` shows on sample objects' },
  'CD-194': { check: 'a health check gives a status that Argo CD knows', rest: 'statuses that are computed: `LuaHealth` runs the check on sample objects' },
  'CD-195': { check: 'a health check gives a status on all of its ways', rest: 'ways that the tree of the script does not show' },
  'CD-196': { check: 'a script uses the functions that it gets, and ends within a second', rest: 'the time: `LuaHealth` counts steps' },
  'CD-197': { check: 'scripts of actions are Lua', rest: 'what they return, and the operations that they ask for' },
  'CD-198': { check: 'addresses have a scheme', unwritable: 'the type `HttpUrl`' },
  'CD-199': { check: 'oidc.config and dex.config can be read, and come with url', unwritable: '`ArgoCdConfig` with `oidc` or `dex` does not compile without `url`' },
  'CD-200': { check: 'what a reference to a Secret names is there', rest: 'whether the Secret has the key' },
  'CD-201': { check: 'accounts have known capabilities', unwritable: 'the type of `capabilities`' },
  'CD-202': { check: 'excluded and included kinds are lists of groups, kinds and clusters', unwritable: 'the type `ResourceFilter`' },
  'CD-203': { check: 'ignoreResourceStatusField is all, crd or none', unwritable: 'the type of `compareOptions`' },
  'CD-204': { check: 'global projects are a list', unwritable: 'the type `GlobalProject`' },
  'CD-205': { check: 'a version of Kustomize is registered once', unwritable: '`kustomize.versions` is a map' },
  'CD-206': { check: 'respectRBAC is normal or strict', unwritable: 'the type of `respectRBAC`' },
  'CD-207': { check: 'timeouts are durations', unwritable: 'the type `DurationLike`', rest: 'pods that were not restarted' },
  'CD-208': { check: 'links, labels of nodes and limits of webhooks can be read', rest: 'fields that an object does not have when a link is filled in' },
  'CD-209': { check: 'the CLI is told what to validate', cluster: 'the command line decides; rules here look at the same groups of settings' },
};
