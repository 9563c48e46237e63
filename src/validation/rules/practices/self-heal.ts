import { defineRule } from '../../rule';
import { APPLICATION_KINDS, applicationSpec, isPartial } from '../apps/application-spec';
import { EXAMPLE_SOURCE, exampleApplication } from '../apps/example-application';

/** Finds Applications that leave alone what somebody changed by hand. */
export const selfHeal = defineRule({
  id: 'practices/self-heal',
  severity: 'info',
  strict: true,
  kinds: APPLICATION_KINDS,
  since: '0.1.0',
  implements: ['P1'],
  title: 'an Application that syncs by itself undoes changes that were made by hand',
  rationale: 'Automatic syncs follow commits. What somebody changes in the cluster makes the Application OutOfSync and stays until the next commit takes it '
    + 'away, unless selfHeal is on: then Git is what runs.',
  bad: exampleApplication(`${EXAMPLE_SOURCE}\nsyncPolicy:\n  automated: {}`),
  good: exampleApplication(`${EXAMPLE_SOURCE}\nsyncPolicy:\n  automated:\n    selfHeal: true`),
  check(entry, context) {
    const automated = applicationSpec(entry).at('syncPolicy', 'automated');
    const healing = automated.at('selfHeal');
    if (!automated.exists || automated.at('enabled').value === false || healing.value === true || healing.text !== '') return;
    // A set with steps switches automatic syncs off, and a patch may add what is not here.
    if (isPartial(entry) || hasSteps(entry.manifest.spec)) return;
    context.report(healing.exists ? healing.pointer : automated.pointer, 'what somebody changes in the cluster stays until the next commit', {
      received: healing.exists ? 'selfHeal: false' : 'selfHeal not said, which is false', expected: 'selfHeal: true', fix: 'write selfHeal: true',
    });
  },
});

function hasSteps(spec: unknown): boolean {
  return typeof spec === 'object' && spec !== null && 'strategy' in spec;
}
