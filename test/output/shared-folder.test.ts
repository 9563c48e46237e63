import { compareOutput } from '../../src/output/comparison';
import { writeOutput } from '../../src/output/writer';
import { scratch, tree, units } from './scratch';

const ofOther = (unit: string) => [{ unit, path: `${unit}/service_web.k8s.yaml`, content: 'theirs' }];

test('a folder with a chart of another app is refused, whatever the files are called', () => {
  const outdir = scratch();
  writeOutput({ outdir, app: 'shop', files: ofOther('platform') });
  const before = tree(outdir);
  const request = { outdir, app: 'other', files: units({ platform: 'p' }) };
  const message = `${outdir}/platform holds a chart of the app "shop", so one Application would deliver it and the chart of "other". ` +
    `give one of the charts another folder. if "shop" is gone, delete ${outdir}/.cdk8s-argo/shop/platform.json and the files that it lists`;
  expect(() => writeOutput(request)).toThrow(message);
  expect(() => compareOutput(request)).toThrow(message);
  expect(tree(outdir)).toEqual(before);
});

test('folders beside and below that of another app are no matter', () => {
  const outdir = scratch();
  writeOutput({ outdir, app: 'shop', files: ofOther('platform') });
  expect(writeOutput({ outdir, app: 'other', files: units({ 'platform/db': 'p', 'platforms': 'q' }) }).written).toHaveLength(2);
});
