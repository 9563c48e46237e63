import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import * as yaml from 'js-yaml';
import { platformApp } from '../../examples/platform/platform';
import type { JsonValue } from '../../src/manifests/json';
import type { Manifest } from '../../src/manifests/manifest';
import { Place } from '../../src/manifests/references/place';
import { yamlOf } from '../../src/manifests/yaml';
import { coursePage } from './course-page';
import { planPage, wavesPage } from './plan-page';
import { provenancePage } from './provenance';
import { routerMatrix } from './router-matrix';

const ROOT = join(__dirname, '../..');

/** A page that shows the files of an example one by one, each with what it makes. */
interface GalleryPage {
  readonly title: string;
  readonly lead: string;
  /** A table above the examples. */
  readonly table?: string;
  /** The folder of the files. */
  readonly examples: string;
  /** The part of the YAML that a file is about, by the file's name without ending. `undefined` leaves the file out. */
  readonly shown: (name: string) => JsonValue | undefined;
  /** The folder of `dist` to read on in. */
  readonly dist: string;
}

const PAGES: Readonly<Record<string, GalleryPage>> = {
  steps: {
    title: 'Steps and strategies',
    lead: 'One example for each kind of step, with the steps that it renders. A step that the router of a rollout cannot do does not compile.',
    examples: 'examples/steps',
    shown: (name) => firstOf(objectsIn(`dist/steps/${name}`), (rollout) => {
      const strategy = rollout.at('spec', 'strategy');
      return strategy.at('canary', 'steps').value ?? strategy.value ?? rollout.at('spec').value;
    }, 'Rollout', 'Experiment'),
    dist: 'dist/steps',
  },
  routers: {
    title: 'Traffic routers',
    lead: 'One example for each router, with what it writes into the Rollout. The objects that the router makes beside it are in the YAML.',
    table: routerMatrix(),
    examples: 'examples/routers',
    shown: (name) => trafficRoutingsIn(objectsIn(`dist/routers/${name}`)),
    dist: 'dist/routers',
  },
  providers: {
    title: 'Metric providers',
    lead: 'One example for each provider, with the metrics that it renders. Secrets are references; no token is ever in the YAML.',
    examples: 'examples/analysis/providers',
    shown: (name) => firstOf(objectsIn('dist/analysis/checks'), (template) =>
      (template.at('metadata', 'name').text === checkMadeIn(`examples/analysis/providers/${name}.ts`) ? template.at('spec', 'metrics').value : undefined),
    'AnalysisTemplate'),
    dist: 'dist/analysis',
  },
};

const PLATFORM_LEAD = 'Every object that [the example](../../examples/platform/README.md) writes, with the line of the program that made it.';

const PLAN_LEAD = 'The plan that [the example](../../examples/platform/README.md) prints. What the signs mean is said in '
  + '[the order inside of an Application](../concepts/ordering.md#what-argo-cd-will-do).';

const WAVES_LEAD = 'In what order [the example](../../examples/platform/README.md) comes to its clusters. Argo CD applies a wave when the one before it '
  + 'is healthy, and an ApplicationSet is when its steps are through. [The whole plan](platform-plan.md) has every object; '
  + '[the order between Applications](../concepts/order-between-applications.md) says what is guaranteed.';

/** The pages of docs/gallery, by file name. They are made of what the examples say and of what they wrote. */
export function galleryDocs(): Map<string, string> {
  return new Map([
    ...Object.entries(PAGES).map(([name, page]) => [`${name}.md`, pageOf(page)] as const),
    ['platform.md', provenancePage('The platform, file by file', PLATFORM_LEAD, 'dist/platform', platformApp())] as const,
    ...coursePage({
      file: 'first-canary', title: 'The first canary', program: 'examples/first-canary/main.ts', rollout: 'web',
      manifests: objectsIn('dist/first-canary/web'),
    }),
    ...coursePage({
      file: 'shop-canary', title: 'The canary of the shop', program: 'examples/shop/storefront.ts', rollout: 'storefront-web',
      manifests: objectsIn('dist/shop/shop-production'),
    }),
    ['platform-waves.md', wavesPage('The platform, wave by wave', WAVES_LEAD, platformApp())] as const,
    ['platform-plan.md', planPage('What Argo CD will do with the platform', PLAN_LEAD, platformApp())] as const,
  ]);
}

function pageOf(page: GalleryPage): string {
  const sections = readdirSync(join(ROOT, page.examples)).filter((file) => file.endsWith('.ts')).sort().flatMap((file) => {
    const name = basename(file, '.ts');
    const shown = page.shown(name);
    if (shown === undefined) return [];
    const { comment, code } = exampleOf(join(page.examples, file));
    const source = `[${file}](../../${page.examples}/${file})`;
    return [[`## ${name}`, comment, fenced('ts', code), fenced('yaml', yamlOf(shown).trimEnd()), source].join('\n\n')];
  });
  return `${[`# ${page.title}`, `${page.lead} All of it is in [${page.dist}](../../${page.dist}).`, ...(page.table ? [page.table] : []), ...sections].join('\n\n')}\n`;
}

/** What the comment on the first exported function says, and the file below its imports. */
function exampleOf(file: string): { readonly comment: string; readonly code: string } {
  const text = readFileSync(join(ROOT, file), 'utf8');
  const code = text.replace(/^import [\s\S]*?;\n/gm, '').trim();
  const comment = /\/\*\* ([^*]+?) \*\/\nexport /.exec(code)?.[1];
  if (comment === undefined) throw new Error(`${file} exports nothing with a comment of one line, which the page would start with`);
  return { comment, code };
}

function objectsIn(folder: string): Manifest[] {
  const path = join(ROOT, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path).filter((file) => file.endsWith('.yaml')).sort()
    .flatMap((file) => yaml.loadAll(readFileSync(join(path, file), 'utf8')) as Manifest[]);
}

type PartOf = (object: Place) => JsonValue | undefined;

function firstOf(objects: readonly Manifest[], part: PartOf, ...kinds: readonly string[]): JsonValue | undefined {
  for (const object of objects) {
    const found = kinds.includes(object.kind) ? part(Place.root(object)) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

/** What each Rollout says about its traffic, by the Rollout's name. */
function trafficRoutingsIn(objects: readonly Manifest[]): JsonValue | undefined {
  const rollouts = objects.filter(({ kind }) => kind === 'Rollout').map((rollout) => Place.root(rollout));
  if (rollouts.length === 0) return undefined;
  return Object.fromEntries(rollouts.map((rollout) =>
    [rollout.at('metadata', 'name').text, rollout.at('spec', 'strategy', 'canary', 'trafficRouting').value ?? {}]));
}

/** The name of the AnalysisTemplate that an example makes: other checks may ask the same provider. */
function checkMadeIn(file: string): string {
  const id = /new AnalysisCheck\(scope, '(\w+)'/.exec(readFileSync(join(ROOT, file), 'utf8'))?.[1];
  if (id === undefined) throw new Error(`${file} makes no AnalysisCheck(scope, '...'), whose YAML the page would show`);
  return id.replace(/(?!^)[A-Z]/g, '-$&').toLowerCase();
}

function fenced(language: string, text: string): string {
  return `\`\`\`${language}\n${text}\n\`\`\``;
}
