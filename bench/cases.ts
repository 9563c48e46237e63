/**
 * How the charts of a case relate: not at all, each depending on the one before, delivered by ordered Applications, or each for a
 * cluster of its own and delivered by one ApplicationSet. With `order` the objects inside of each chart relate: every one of the second
 * half comes after the whole of the first.
 */
export type Relation = 'none' | 'chain' | 'applications' | 'clusters' | 'order';

/** Something to measure. */
export interface Case {
  readonly name: string;
  readonly charts: number;
  readonly objectsPerChart: number;
  readonly relation: Relation;
  /** Renders to a text instead of files. */
  readonly noWrite?: true;
  /** Writes to the disk for temporary files. All others write to memory where there is such a folder: a slow disk would hide the rest. */
  readonly disk?: true;
  /** Not measured with cdk8s: it has no such thing, or would not come to an end. */
  readonly oursAlone?: true;
}

/** The cases of every run. */
export const CASES: readonly Case[] = [
  { name: '1x10', charts: 1, objectsPerChart: 10, relation: 'none' },
  { name: '20x10', charts: 20, objectsPerChart: 10, relation: 'none' },
  { name: '200x10', charts: 200, objectsPerChart: 10, relation: 'none' },
  { name: '200x10 no write', charts: 200, objectsPerChart: 10, relation: 'none', noWrite: true },
  { name: '200x10 on disk', charts: 200, objectsPerChart: 10, relation: 'none', disk: true },
  // cdk8s sorts dependencies in exponential time: 12 charts take it 40 seconds.
  { name: 'chain 8x5', charts: 8, objectsPerChart: 5, relation: 'chain' },
  { name: 'chain 100x5', charts: 100, objectsPerChart: 5, relation: 'chain', oursAlone: true },
  { name: 'applications 100x5', charts: 100, objectsPerChart: 5, relation: 'applications', oursAlone: true },
  { name: 'clusters 1000x10', charts: 1000, objectsPerChart: 10, relation: 'clusters', oursAlone: true },
  { name: 'order 1x4000', charts: 1, objectsPerChart: 4_000, relation: 'order', oursAlone: true },
  // cdk8s needs about a minute for one run of it.
  { name: '2000x10', charts: 2000, objectsPerChart: 10, relation: 'none' },
  { name: '10000x10', charts: 10_000, objectsPerChart: 10, relation: 'none', oursAlone: true },
];
