import type { Place } from './place';
import type { ReferenceList } from './reference';

/** Application: its project. Argo CD makes the project `default` itself. */
export function applicationReferences(list: ReferenceList, root: Place): void {
  const project = root.at('spec', 'project');
  list.add(project, 'project', { group: 'argoproj.io', kind: 'AppProject', elsewhere: project.text === 'default' });
}

/** ApplicationSet: the project of the Applications it makes, where no parameter fills it in. */
export function applicationSetReferences(list: ReferenceList, root: Place): void {
  applicationReferences(list, root.at('spec', 'template'));
}
