import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeOutput } from '../../src/output/writer';
import { compiledWriter } from './compiled-writer';
import { damages, NEW, OLD, oldState } from './interruption';
import { eachOf, endOf } from './killed-process';
import { put, scratch, tree, units } from './scratch';

const writer = compiledWriter();

/** A program that writes states in turn: `node <program> <outdir> <app> <first state> <rounds>`. */
function alternating(states: readonly unknown[]): string {
  const program = join(scratch(), 'program.js');
  writeFileSync(program, `
    const { writeOutput } = require(${JSON.stringify(writer)});
    const states = ${JSON.stringify(states)};
    const [outdir, app, first, rounds] = process.argv.slice(2);
    for (let round = 0; round < Number(rounds); round++) writeOutput({ outdir, app, files: states[(Number(first) + round) % states.length] });
  `);
  return program;
}

/** What a folder holds after a single synth of a state. */
function clean(files: typeof OLD, app = 'shop'): Record<string, string> {
  const outdir = scratch();
  writeOutput({ outdir, app, files });
  return tree(outdir);
}

describe('synths that write at the same time', () => {
  test('of one app do not mix: the folder holds one state or the other', async () => {
    const program = alternating([OLD, NEW]);
    const ends: string[] = [];
    for (let batch = 0; batch < 4; batch++) {
      const outdir = batch % 2 === 0 ? oldState() : scratch();
      await eachOf([0, 1, 2, 3], 4, async (process) => {
        const { output } = await endOf(program, outdir, 'shop', process, 12 + process);
        ends.push(output);
      });
      if (batch % 2 === 0) {
        ends.push(...damages(outdir));
        writeOutput({ outdir, app: 'shop', files: OLD });
        expect(tree(outdir)).toEqual(tree(oldState()));
      } else {
        expect([clean(OLD), clean(NEW)]).toContainEqual(tree(outdir));
      }
    }
    expect(ends.filter((end) => end !== '')).toEqual([]);
  }, 120_000);

  test('of two apps leave what each of them wrote, though they make and remove the same folders', async () => {
    const program = alternating([[], units({ 'shared/web': 'w', 'shared/api': 'a' }), units({ 'shared/web': 'w2' })]);
    const apps = ['one', 'two', 'three'];
    const own = (app: string) => units({ [`shared/${app}`]: app });
    const states = apps.map((app) => alternating([[], own(app)]));
    const outdir = scratch();
    const ends: string[] = [];
    await eachOf([...apps.keys()], 3, async (app) => {
      ends.push((await endOf(states[app]!, outdir, apps[app]!, 0, 30)).output);
    });
    expect(ends).toEqual(['', '', '']);
    expect(Object.keys(tree(outdir)).sort()).toEqual(apps.flatMap((app) => [`.cdk8s-argo/${app}/shared/${app}.json`, `shared/${app}/${app}.k8s.yaml`]).sort());
    expect((await endOf(program, outdir, 'four', 0, 3)).output).toBe('');
  }, 120_000);

  test('of two apps that want one file: one has it, the other says so', async () => {
    const program = alternating([units({ web: 'w' })]);
    for (let round = 0; round < 5; round++) {
      const outdir = scratch();
      const outputs: string[] = [];
      await eachOf(['one', 'two'], 2, async (app) => {
        outputs.push((await endOf(program, outdir, app, 0, 1)).output);
      });
      const refused = outputs.filter((output) => output !== '');
      expect(refused).toHaveLength(1);
      expect(refused[0]).toMatch(/web\/web\.k8s\.yaml exists and was written by the app "(one|two)", not by "(two|one)"/);
      expect(Object.keys(tree(outdir))).toHaveLength(2);
    }
  }, 60_000);
});

describe('another program of the same name', () => {
  const object = (name: string) => `apiVersion: v1\nkind: Service\nmetadata:\n  labels:\n    app: x\n  name: ${name}\n`;
  const shop = units({ storefront: object('storefront'), payments: object('payments') });

  test('does not take away what the first one wrote', () => {
    const outdir = scratch();
    writeOutput({ outdir, app: 'app', files: shop });
    const before = tree(outdir);
    expect(() => writeOutput({ outdir, app: 'app', files: units({ prometheus: object('prometheus') }) })).toThrow(
      `${outdir}/.cdk8s-argo/app is the index of another program: this one has none of its units ("payments", "storefront") and none of its 2 objects, ` +
      `and would remove all its files. give one of the two a name of its own: new ArgoApp({ name: '...' }). ` +
      `if it is the same program, delete ${outdir}/.cdk8s-argo/app and the files that it lists first`,
    );
    expect(tree(outdir)).toEqual(before);
  });

  test('is another one though some objects have one name by accident', () => {
    const outdir = scratch();
    writeOutput({ outdir, app: 'app', files: units({ web: object('settings'), ...Object.fromEntries(['a', 'b', 'c'].map((id) => [id, object(id)])) }) });
    const other = units({ billing: object('settings'), ledger: object('ledger') });
    expect(() => writeOutput({ outdir, app: 'app', files: other })).toThrow('("a", "b", "c" and 1 more) and only 1 of its 4 objects, and would remove all its files');
    const ofAnotherKind = units({ billing: ['a', 'b', 'settings'].map((name) => object(name).replace('Service', 'Secret')).join('---\n') });
    expect(() => writeOutput({ outdir, app: 'app', files: ofAnotherKind })).toThrow('none of its 4 objects');
  });

  test.each([
    ['moved to environments, and has each object in each', units(Object.fromEntries(['staging', 'production'].flatMap((place) => [
      [`${place}/storefront`, object('storefront').replace('metadata:\n', `metadata:\n  namespace: ${place}\n`)], [`${place}/payments`, object('payments')],
    ])))],
    ['renamed its units', units({ 'shop-storefront': object('storefront'), 'shop-payments': object('payments') })],
    ['moved them into folders', units({ 'staging/storefront': object('storefront') })],
    ['kept one unit of two', units({ storefront: object('web') })],
    ['renamed a unit in its case', units({ Storefront: object('web') })],
    ['has nothing that could be compared', units({ other: '- a\n' })],
  ])('is not one that %s', (_, files) => {
    const outdir = scratch();
    writeOutput({ outdir, app: 'app', files: shop });
    expect(writeOutput({ outdir, app: 'app', files }).removed).not.toEqual([]);
  });

  test('is not one whose files somebody deleted', () => {
    const outdir = scratch();
    put(outdir, '.cdk8s-argo/app/web.json', JSON.stringify({ app: 'app', unit: 'web', files: ['web/web.k8s.yaml'] }));
    expect(writeOutput({ outdir, app: 'app', files: shop }).removed).toEqual([]);
  });
});
