import type { ApplicationSetExpansion } from '../../src/expansion/application-set-expansion';
import { expandApplicationSet } from '../../src/expansion/expand';
import type { ExpansionFacts } from '../../src/expansion/facts';
import type { ClusterFacts } from '../../src/manifests/cluster-facts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../src/manifests/json';
import recorded from './outcomes.json';

/** An ApplicationSet, and what test/oracles/application-sets/main.go made of it: Applications, or an error. */
interface Outcome {
  readonly spec: JsonObject;
  readonly clusters: 'spokes' | 'hub';
  readonly error?: true;
  readonly applications?: readonly JsonObject[];
}

const outcomes = recorded.outcomes as unknown as readonly Outcome[];

function expansionOf({ spec, clusters }: Outcome): ApplicationSetExpansion {
  const facts: ExpansionFacts = {
    clusters: recorded.clusters[clusters] as readonly ClusterFacts[],
    repositories: ['https://git.example.com/org/manifests.git', 'r'].map((url) => ({
      url, root: '', folders: recorded.folders, files: new Map(Object.entries(recorded.files)),
    })),
  };
  return expandApplicationSet({ apiVersion: 'argoproj.io/v1alpha1', kind: 'ApplicationSet', metadata: { name: 'web', namespace: 'argocd' }, spec }, facts);
}

// To Go an empty map or text is not there.
function compact(value: JsonValue | undefined): JsonValue | undefined {
  if (Array.isArray(value)) return value.map((item: JsonValue) => compact(item) ?? {});
  if (!isJsonObject(value)) return value === '' ? undefined : value;
  const fields = Object.entries(value).map(([key, item]) => [key, compact(item)] as const).filter(([, item]) => item !== undefined);
  return fields.length === 0 ? undefined : Object.fromEntries(fields.sort(([a], [b]) => (a < b ? -1 : 1)));
}

const nameOf = (application: JsonObject): string => JSON.stringify(application);

function answer(expansion: ApplicationSetExpansion): unknown {
  if (expansion.problems.length > 0) return 'error';
  return expansion.applications.map(({ manifest: { metadata, spec } }) => compact({ metadata, spec: spec ?? {} }) as JsonObject)
    .sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
}

describe('ApplicationSets, against what the code of Argo CD 3.5.1 made of them', () => {
  test('the table has sets of both outcomes', () => {
    expect(outcomes.length).toBeGreaterThan(200);
    expect(outcomes.filter(({ error }) => error).length).toBeGreaterThan(40);
  });

  test('no outcome is wrong, and few are not known', () => {
    const unknown: Outcome[] = [];
    const wrong = outcomes.flatMap((outcome) => {
      const expansion = expansionOf(outcome);
      if (expansion.applications.some((one) => one.count !== 'one' || one.unknown !== undefined || JSON.stringify(one.manifest).includes('{{') && outcome.spec.goTemplate === true)) {
        unknown.push(outcome);
        return [];
      }
      const wanted = outcome.error ? 'error' :
        outcome.applications!.map((one) => compact(one) as JsonObject).sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
      const got = answer(expansion);
      return JSON.stringify(got) === JSON.stringify(wanted) ? [] : [{ spec: outcome.spec, wanted, got, problems: expansion.problems }];
    });
    expect(wrong).toEqual([]);
    expect(unknown.length).toBeLessThan(5);
  });
});
