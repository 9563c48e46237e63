import type { Chart } from 'cdk8s';
import { isApplicationOrSet } from '../manifests/applications';
import { isJsonObject } from '../manifests/json';
import { isManifest } from '../render/render-failure';
import { Rendering } from '../render/rendering';
import { placeOf } from './place';
import { folderOf, isDelivered } from './units';

/** Why a chart that was declared for an environment or a cluster does not get there, if nothing of this app brings it. */
export function deliveryDoubt(chart: Chart): string | undefined {
  const { environment, cluster } = placeOf(chart);
  const rendering = Rendering.current(chart);
  const objects = rendering.objectsOf(chart);
  // The chart of the Applications themselves is applied by hand.
  if ((!environment && !cluster) || isDelivered(chart) || objects.length === 0 || objects.some(isApplicationOrSet)) return undefined;
  const paths = pathsIn(rendering);
  const folder = folderOf(chart);
  // Who writes no Applications here delivers by other means.
  if (paths.length === 0 || paths.some((path) => mayBe(path, folder))) return undefined;
  return `the chart is for ${cluster ? `the cluster ${cluster.name}` : `the environment ${environment!.name}`}, and no Application delivers its folder ${folder}. ` +
    'declare an Application with Source.chart, or add the chart to the app of apps';
}

const found = new WeakMap<Rendering, readonly string[]>();

/** The path of every source of the Applications and ApplicationSets of an app; one pass serves all charts. */
function pathsIn(rendering: Rendering): readonly string[] {
  let paths = found.get(rendering);
  if (!paths) {
    const objects = rendering.charts.flatMap((chart) => rendering.objectsOf(chart)).filter(isApplicationOrSet);
    paths = objects.map((object) => rendering.render(object)).filter(isManifest).flatMap((manifest) => textsAt('path', manifest));
    found.set(rendering, paths);
  }
  return paths;
}

/** Every text with this key, however deep. */
export function textsAt(key: string, value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap((item: unknown) => textsAt(key, item));
  if (!isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([name, field]) => (name === key && typeof field === 'string' ? [field] : textsAt(key, field)));
}

/** Whether a path may be that of a folder: a parameter and a glob may be anything, and paths start with a root that is no part of it. */
export function mayBe(path: string, folder: string): boolean {
  const segments = path.replace(/\{\{.*?\}\}/g, '*').split('/');
  return segments.some((_, root) => hasInOrder(folder, segments.slice(root).join('/').split(/\*+/)));
}

/** Whether a text is these parts with anything between them. Each is taken where it comes first, which leaves most to the others. */
function hasInOrder(text: string, parts: readonly string[]): boolean {
  const [first = '', ...others] = parts;
  const last = others.pop();
  if (last === undefined) return text === first;
  if (!text.startsWith(first)) return false;
  let at = first.length;
  for (const part of others) {
    const found = text.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return text.length - last.length >= at && text.endsWith(last);
}
