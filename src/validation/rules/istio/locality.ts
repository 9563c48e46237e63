import { Place } from '../../../manifests/references/place';
import { defineRule, type RuleContext } from '../../rule';
import { exampleServices, joinDocuments } from '../rollouts/example-rollout';
import { exampleDestinationRule } from '../traffic/example-subsets';
import { DESTINATION_RULE } from './destinations';

function shareExample(first: number, second: number): string {
  return joinDocuments(exampleServices('web'), `${exampleDestinationRule('stable')}  trafficPolicy:
    loadBalancer:
      localityLbSetting:
        distribute:
          - from: eu/a/*
            to:
              eu/a/*: ${first}
              eu/b/*: ${second}
`);
}

/** Finds settings of localities that Istio does not take. */
export const istioLocality = defineRule({
  id: 'istio/locality',
  severity: 'error',
  kinds: [DESTINATION_RULE],
  since: '0.1.0',
  implements: ['IS-067'],
  title: 'shares of localities add up to 100, and regions fail over to other regions',
  rationale: 'Istio refuses shares that do not add up to 100 or are none, a distribution beside a failover, and a failover from a region to '
    + 'itself or between anything but regions.',
  bad: shareExample(80, 30),
  good: shareExample(80, 20),
  check(entry, context) {
    const spec = Place.root(entry.manifest).at('spec');
    const policies = [spec.at('trafficPolicy'), ...spec.at('subsets').items.map((subset) => subset.at('trafficPolicy'))];
    for (const policy of policies.flatMap((one) => [one, ...one.at('portLevelSettings').items])) {
      checkSetting(context, policy.at('loadBalancer', 'localityLbSetting'));
    }
  },
});

function checkSetting(context: RuleContext, setting: Place): void {
  const [distribute, failover] = [setting.at('distribute').items, setting.at('failover').items];
  if (distribute.length > 0 && failover.length > 0) {
    context.report(setting.at('failover').pointer, 'distribute and failover are both set', { received: 'both', expected: 'one of the two', fix: 'remove one' });
    return;
  }
  for (const to of distribute.map((item) => item.at('to'))) {
    const shares = to.fields.map(([, share]) => share.value).filter((share) => typeof share === 'number');
    if (shares.length < to.fields.length) continue;
    const total = shares.reduce((sum, share) => sum + share, 0);
    if (total === 100 && !shares.includes(0)) continue;
    context.report(to.pointer, `these shares are ${shares.join(', ')}`, { received: `${total} in all`, expected: 'shares from 1, with a total of 100', fix: 'correct the shares' });
  }
  for (const pair of failover) {
    const [from, to] = [pair.at('from').text, pair.at('to').text];
    if (from !== to && !/[/*]/.test(from + to)) continue;
    context.report(pair.pointer, `a failover from ${from} to ${to} is none`, { received: `${from} to ${to}`, expected: 'two regions', fix: 'name two regions, without zone and *' });
  }
}
