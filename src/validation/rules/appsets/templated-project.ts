import { Place } from '../../../manifests/references/place';
import { defineRule } from '../../rule';
import { exampleApplicationSet, exampleList, exampleTemplate, GO_TEMPLATE } from './example-application-set';

/** Finds ApplicationSets whose project is a parameter. */
export const templatedProject = defineRule({
  id: 'appsets/templated-project',
  severity: 'warning',
  kinds: ['argoproj.io/ApplicationSet'],
  since: '0.1.0',
  implements: ['CD-143'],
  title: 'the project of the Applications is written in the template',
  rationale: 'Who may write the parameters, such as a file in Git, then decides what the Applications may do, and the git generator no longer '
    + 'verifies signatures. The API and the user interface of Argo CD refuse such a set; kubectl and GitOps do not.',
  bad: exampleApplicationSet(`${GO_TEMPLATE}
${exampleList('{ team: payments }')}
${exampleTemplate("'web-{{ .team }}'").replace('project: default', "project: '{{ .team }}'")}`),
  good: exampleApplicationSet(`${GO_TEMPLATE}
${exampleList('{ team: payments }')}
${exampleTemplate("'web-{{ .team }}'").replace('project: default', 'project: payments')}`),
  check(entry, context) {
    const project = Place.root(entry.manifest).at('spec', 'template', 'spec', 'project');
    if (!project.text.includes('{{')) return;
    context.report(project.pointer, 'a parameter decides which project the Applications are in', {
      received: project.text, fix: 'write the project, and an ApplicationSet for each',
    });
  },
});
