import { type ClusterFacts, comparableServer } from '../manifests/cluster-facts';
import { InputError } from '../manifests/input-error';
import { isJsonObject } from '../manifests/json';
import { isLabelKey, isLabelValue } from '../manifests/labels';
import { IN_CLUSTER } from '../manifests/unit';
import { FileGlobs } from './file-globs';
import { mapOf, textOf } from './setting';

const KEYS = ['annotations', 'files', 'labels', 'name', 'project', 'server'];

/** A cluster that Argo CD delivers to, as the settings say. */
export interface DeclaredCluster {
  readonly facts: ClusterFacts;
  /** Files of the Argo CD that has the cluster; absent for all files. */
  readonly files?: FileGlobs;
}

/** Reads `{ name: production-eu, server: https://eu.example.com, labels: { env: production } }`. */
export function clusterOf(value: unknown, folder: string): DeclaredCluster {
  const map = mapOf(value, KEYS, `clusters has ${JSON.stringify(value)}; a map with name, and as far as they are known server and labels, is wanted`);
  const name = textOf(map, 'name', 'a cluster');
  if (name === undefined) throw new InputError(`a cluster has no name: ${JSON.stringify(map)}. give it the name that it has in Argo CD`);
  const what = `the cluster ${name}`;
  const server = textOf(map, 'server', what) ?? (name === 'in-cluster' ? IN_CLUSTER : undefined);
  if (server !== undefined && !/^https?:\/\/[^\s/@]+(\/\S*)?$/.test(server)) {
    throw new InputError(`the server of ${what} is ${JSON.stringify(server)}. give the URL of its API server, such as https://production.example.com:6443`);
  }
  const labels = textsOf(map.labels, 'label', what);
  for (const [key, text] of Object.entries(labels ?? {})) {
    if (!isLabelKey(key) || !isLabelValue(text)) throw new InputError(`the label ${JSON.stringify(key)}: ${JSON.stringify(text)} of ${what} is one that Kubernetes refuses`);
  }
  const annotations = textsOf(map.annotations, 'annotation', what);
  const project = textOf(map, 'project', what);
  return {
    facts: {
      name,
      ...(server === undefined ? {} : { server: comparableServer(server) }),
      ...(labels && { labels }),
      ...(annotations && { annotations }),
      ...(project === undefined ? {} : { project }),
    },
    ...(map.files === undefined ? {} : { files: FileGlobs.read(map.files, 'files', folder) }),
  };
}

/** Clusters of all files, each of a name of its own. */
export function refuseNamesakes(clusters: readonly DeclaredCluster[]): readonly DeclaredCluster[] {
  const names = clusters.filter(({ files }) => files === undefined).map(({ facts }) => facts.name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice === undefined) return clusters;
  throw new InputError(`two clusters are named ${twice}. remove one, or say with files: whose Argo CD has which`);
}

function textsOf(value: unknown, one: string, what: string): Readonly<Record<string, string>> | undefined {
  if (value === undefined) return undefined;
  if (!isJsonObject(value)) throw new InputError(`the ${one}s of ${what} are ${JSON.stringify(value)}; a map is wanted, such as env: production`);
  return Object.fromEntries(Object.entries(value).map(([key, text]) => {
    if (typeof text !== 'string') throw new InputError(`the ${one} ${key} of ${what} is ${JSON.stringify(text)}; a text is wanted. write it in quotes`);
    return [key, text];
  }));
}
