import { ApplicationSet, Destination, Generator, GoTemplate, Repository, Source } from 'cdk8s-argo';
import type { Construct } from 'constructs';
import { inventory, manifests } from './fleet';

/** An Application for each folder that this app writes below `tools`. */
export function gitDirectories(scope: Construct): void {
  new ApplicationSet(scope, 'Tools', {
    generators: [Generator.gitDirectories({ repository: manifests, directories: ['tools/*'], exclude: ['tools/retired-*'] })],
    template: (p) => ({
      name: `tools-${p.path.basenameNormalized}`,
      source: Source.git({ repository: manifests, path: p.path.path }),
      destination: Destination.inCluster('tools'),
    }),
  });
}

/** An Application for each file that a team writes about itself. */
export function gitFiles(scope: Construct): void {
  new ApplicationSet(scope, 'Teams', {
    generators: [Generator.gitFiles({
      repository: inventory,
      files: ['teams/*/team.yaml'],
      content: { team: { name: 'checkout', tier: 'gold' }, repository: 'https://git.example.com/checkout/manifests.git', branch: 'main' },
      requeueAfter: '10m',
      selector: { matchExpressions: [{ key: 'team.tier', operator: 'In', values: ['gold', 'silver'] }] },
    })],
    template: (p) => ({
      name: `team-${GoTemplate.normalize(p.team.name)}`,
      labels: { team: GoTemplate.slugify(p.team.name, { maxLength: 40 }) },
      source: Source.git({ repository: Repository.git({ url: p.repository, revision: p.branch }), path: 'deploy' }),
      destination: Destination.inCluster(`team-${GoTemplate.normalize(p.team.name)}`),
    }),
  });
}
