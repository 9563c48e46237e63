import type { Place } from './place';
import { podReferences } from './pods';
import type { ReferenceList } from './reference';

const GROUP = 'argoproj.io';

/** `templates[]` of an analysis or of a template: AnalysisTemplates of the namespace, or ClusterAnalysisTemplates. */
export function templateReferences(list: ReferenceList, templates: Place, elsewhere = false): void {
  for (const item of templates.items) templateReference(list, item, elsewhere);
}

/** One `{ templateName, clusterScope }`. */
export function templateReference(list: ReferenceList, item: Place, elsewhere = false): void {
  const name = item.at('templateName');
  if (item.at('clusterScope').value === true) {
    list.add(name, 'cluster analysis template', { group: GROUP, kind: 'ClusterAnalysisTemplate', namespace: '' });
  } else {
    list.add(name, 'analysis template', { group: GROUP, kind: 'AnalysisTemplate', elsewhere });
  }
}

/** AnalysisTemplate and ClusterAnalysisTemplate: nested templates, Secrets of arguments, and what the pods of job metrics need. */
export function analysisTemplateReferences(list: ReferenceList, root: Place): void {
  // Templates and Secrets that a cluster-wide template names are looked up in the namespace of the Rollout, which is not known here.
  const clusterWide = root.at('kind').text === 'ClusterAnalysisTemplate';
  templateReferences(list, root.at('spec', 'templates'), clusterWide);
  for (const arg of root.at('spec', 'args').items) {
    list.add(arg.at('valueFrom', 'secretKeyRef', 'name'), 'secret of an argument', { group: '', kind: 'Secret', elsewhere: true });
  }
  for (const metric of root.at('spec', 'metrics').items) {
    podReferences(list, metric.at('provider', 'job', 'spec', 'template', 'spec'));
  }
}

/** Experiment: the templates of its analyses. */
export function experimentReferences(list: ReferenceList, spec: Place): void {
  for (const analysis of spec.at('analyses').items) templateReference(list, analysis);
}
