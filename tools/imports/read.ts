import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadAll } from 'js-yaml';
import type { Source } from './sources';
import type { CustomResourceDefinition, UpstreamSchema } from './upstream-schema';

/** Gives the text of a source. */
export type Reader = (source: Source) => Promise<string>;

/** Reads sources from a local folder of the same files. */
export function readerOfFolder(folder: string): Reader {
  return (source) => Promise.resolve(readFileSync(join(folder, source.file), 'utf8'));
}

/** Reads sources from their public URL. */
export const readerOfUrls: Reader = async (source) => {
  const response = await fetch(source.url);
  if (!response.ok) throw new Error(`${source.url} answered ${response.status}. check the tag in imports/sources.json`);
  return response.text();
};

/** The CustomResourceDefinitions of a file, in its order. */
export function parseDefinitions(text: string): CustomResourceDefinition[] {
  return loadAll(text).filter((document) => document !== null && document !== undefined) as CustomResourceDefinition[];
}

/** The definitions of a Kubernetes release, by their full name. */
export function parseKubernetes(text: string): Readonly<Record<string, UpstreamSchema>> {
  return (JSON.parse(text) as { definitions: Record<string, UpstreamSchema> }).definitions;
}
