/** How metrics of an analysis are treated beside what they measure. */
export interface MetricTreatment {
  /**
   * Names of metrics that are measured and reported but decide nothing: to try out a metric on real releases.
   * @default - every metric decides
   */
  readonly dryRun?: readonly string[];
  /**
   * How many measurements of a metric are kept in the AnalysisRun, by the metric's name: `{ 'error-rate': 20 }`.
   * @default 10
   */
  readonly measurementRetention?: Readonly<Record<string, number>>;
}

/** How an analysis of a rollout is run. */
export interface AnalysisOptions extends MetricTreatment {
  /**
   * Labels and annotations of the AnalysisRun.
   * @default - what the controller sets
   */
  readonly analysisRunMetadata?: AnalysisRunMetadata;
}

/** What AnalysisRuns that the controller makes carry. */
export interface AnalysisRunMetadata {
  /** @default - none */
  readonly labels?: Readonly<Record<string, string>>;
  /** @default - none */
  readonly annotations?: Readonly<Record<string, string>>;
}
