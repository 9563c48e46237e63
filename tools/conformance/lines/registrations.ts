import type { ConformanceLines } from '../line';

/** Secrets of clusters and repositories: util/db in argoproj/argo-cd. */
export const REGISTRATIONS: ConformanceLines = {
  'CD-244': 'the label secret-type has one of six values, and stands on the Secret itself',
  'CD-245': 'server counts without slashes at its end; config is JSON',
  'CD-246': 'proxyUrl is a URL of http, https or socks5',
  'CD-247': 'no authority beside insecure; certificates and keys are base64',
  'CD-248': 'shard is a number, namespaces are divided by commas, clusterResources is true in small letters',
  'CD-249': { check: 'a Secret for the cluster of Argo CD itself is ignored when that is switched off', rest: 'where argocd-cm is not in the synth, nobody knows' },
  'CD-250': 'switches and numbers of a repository are ones that Go reads',
  'CD-251': { check: 'one Secret for each URL and project; of templates the longest beginning counts', rest: 'what was registered by hand' },
  'CD-252': 'a token is for Git over HTTPS, without a password; plain HTTP is for registries',
  'CD-253': 'the annotation last-applied-configuration is not set on a cluster',
};
