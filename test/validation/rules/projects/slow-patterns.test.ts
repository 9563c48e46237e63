import { applicationNamespace } from '../../../../src/validation/rules/projects/application-namespace';
import { EXAMPLE_PERMISSIONS, exampleMember, exampleProject } from '../../../../src/validation/rules/projects/example-project';
import { findingsOf } from '../findings-of';

const NAMESPACE = `${'a'.repeat(60)}c`;

// JavaScript would need years for the first one.
test.each([['/^(a+)+b$/', 0], ['/^a+b$/', 1]])('sourceNamespaces with %s gives %d findings', (pattern, count) => {
  const project = exampleProject(`${EXAMPLE_PERMISSIONS}\nsourceNamespaces:\n  - '${pattern}'`);
  expect(findingsOf(applicationNamespace, project + exampleMember({ namespace: NAMESPACE }))).toHaveLength(count);
});
