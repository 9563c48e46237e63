import type { Chart } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { Rendering } from '../render/rendering';
import { folderOf } from './units';

const found = new WeakMap<Rendering, ReadonlyMap<string, readonly Chart[]>>();

/** The charts of the app by their folders. Each folder is asked for once: many paths may be compared with many of them. */
export function chartsByFolder(scope: IConstruct): ReadonlyMap<string, readonly Chart[]> {
  const rendering = Rendering.current(scope);
  let charts = found.get(rendering);
  if (!charts) found.set(rendering, charts = indexed(rendering.charts));
  return charts;
}

function indexed(charts: readonly Chart[]): ReadonlyMap<string, readonly Chart[]> {
  const byFolder = new Map<string, Chart[]>();
  for (const chart of charts) {
    const folder = folderOf(chart);
    const others = byFolder.get(folder);
    if (others) others.push(chart);
    else byFolder.set(folder, [chart]);
  }
  return byFolder;
}
