import { ApplicationSet, Destination, Generator, Source, SyncPolicy } from 'cdk8s-argo';
import type { Construct } from 'constructs';
import { fleet, inventory, manifests } from './fleet';

/** Every tool on every cluster that a file about it asks for: the second generator uses what the first one found. */
export function matrix(scope: Construct): void {
  const wishes = Generator.gitFiles({
    repository: inventory, files: ['tools/*.yaml'], pathParamPrefix: 'wish', content: { tool: 'tracing', tier: 'production' },
  });
  new ApplicationSet(scope, 'ToolsEverywhere', {
    generators: [Generator.matrix(wishes, (p) => Generator.clusters({ matchLabels: { env: p.tier } }))],
    template: (p) => ({
      name: `${p.tool}-${p.nameNormalized}`,
      source: Source.git({ repository: manifests, path: `tools/${p.tool}` }),
      destination: Destination.server(p.server, 'tools'),
    }),
  });
}

/** Every component that the file of a team lists: the second generator is a list of the first one. */
export function components(scope: Construct): void {
  const teams = Generator.gitFiles({
    repository: inventory, files: ['teams/*.yaml'], content: { team: 'checkout', components: [{ component: 'basket', revision: 'v1.4.0' }] },
  });
  new ApplicationSet(scope, 'Components', {
    generators: [Generator.matrix(teams, (p) => Generator.listFrom(p.components))],
    template: (p) => ({
      name: `${p.team}-${p.component}`,
      source: Source.git({ repository: inventory, path: `components/${p.component}`, revision: p.revision }),
      destination: Destination.inCluster(p.team),
    }),
  });
}

/** Every cluster in its usual size, and one of them in another. */
export function merge(scope: Construct): void {
  new ApplicationSet(scope, 'Sized', {
    generators: [Generator.merge({
      mergeKeys: ['name'],
      generators: [
        Generator.clusters({ fleet, matchLabels: { env: 'production' }, values: { size: 'large' } }),
        Generator.clusters({ fleet, matchLabels: { env: 'production', region: 'us' }, values: { size: 'small' } }),
      ],
    })],
    template: (p) => ({
      name: `sized-${p.nameNormalized}`,
      source: Source.git({ repository: manifests, path: `web/${p.values.size}` }),
      destination: Destination.cluster(p.name, 'sized'),
      syncPolicy: SyncPolicy.automated({ createNamespace: true }),
    }),
  });
}

/** Two generators for one template, the second one with a word of its own. */
export function templateOfOneGenerator(scope: Construct): void {
  new ApplicationSet(scope, 'Shadow', {
    generators: [
      Generator.clusters({ fleet, matchLabels: { env: 'production' } }),
      Generator.clusters({
        fleet,
        matchLabels: { env: 'staging' },
        template: { labels: { audience: 'developers' }, syncPolicy: SyncPolicy.automated({ prune: true }) },
      }),
    ],
    template: (p) => ({
      name: `shadow-${p.nameNormalized}`,
      source: Source.git({ repository: manifests, path: 'web/small' }),
      destination: Destination.server(p.server, 'shadow'),
      syncPolicy: SyncPolicy.manual(),
    }),
  });
}
