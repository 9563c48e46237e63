import { InputError } from '../manifests/input-error';
import { checkPath } from '../output/layout';
import { KEPT_FROM_ARGO_CD } from '../output/portable-path';

/** What a file of the index says about a chart. */
export type IndexedChart = Readonly<{
  /** The folder of the chart below the output folder, which is the path of the source: `production/eu-1/web`. */
  folder: string;
  /** The environment that the chart is for, `''` for none. */
  environment: string;
  /** The cluster that the chart is for: its name in Argo CD, and the URL of its API server, `''` when only Argo CD knows it. */
  cluster: Readonly<{ name: string; server: string }>;
  /** The namespace of the chart, `''` for none. */
  namespace: string;
}>;

const FILE = 'chart.json';

/**
 * A small JSON file for each chart that is for a cluster, for the git-file generator of an ApplicationSet:
 * `Generator.gitFiles({ repository, files: [index.files()], content: index.content })`. A chart that is added brings its Application along.
 */
export class ChartIndex {
  /**
   * The index in a folder below the output folder: `index`. One in the folder of a chart is refused when it is written.
   *
   * @throws InputError when it cannot be a folder
   */
  public static in(folder: string): ChartIndex {
    return new ChartIndex(checkedFolder('the index of charts in', folder));
  }

  private constructor(private readonly folder: string) {}

  /** An example of what stands in the files, which gives the parameters of a template their names and types. */
  public readonly content: IndexedChart = {
    folder: 'production/eu-1/web', environment: 'production', cluster: { name: 'eu-1', server: 'https://eu-1.example.com:6443' }, namespace: 'web',
  };

  /**
   * The pattern of the files, with either way in which the ApplicationSet controller reads patterns.
   *
   * @param below only charts whose folders are in this one: `production`
   * @throws InputError when that cannot be a folder
   */
  public files(below?: string): string {
    return [this.folder, ...(below === undefined ? [] : [checkedFolder('the index of charts below', below)]), '**', FILE].join('/');
  }

  /** The file of a chart below the output folder. @internal */
  public _fileOf(chart: IndexedChart): { readonly path: string; readonly content: string } {
    return { path: `${this.folder}/${chart.folder}/${FILE}`, content: `${JSON.stringify({ ...chart, ...KEPT_FROM_ARGO_CD }, undefined, 2)}\n` };
  }
}

/** Both stand in patterns, where a bracket is the begin of a class. */
function checkedFolder(what: string, folder: string): string {
  try {
    checkPath(what, folder);
  } catch (error) {
    throw new InputError((error as Error).message);
  }
  const sign = /[[\]{}]/.exec(folder)?.[0];
  if (sign !== undefined) throw new InputError(`${what} ${JSON.stringify(folder)}: Argo CD takes ${sign} for a part of a pattern. leave it out`);
  return folder;
}
