import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Shop } from '../../examples/shop/shop';
import { SyncPlan } from '../../src/sync-plan/sync-plan';
import { plainApp } from '../plain-app';

test('docs/concepts/ordering.md shows the picture of the shop', () => {
  const shop = new Shop(plainApp(), 'shop', { host: 'shop.example.com', replicas: 12, image: '4.2.0' });
  const picture = SyncPlan.of(shop.toJson(), { name: 'shop', namespace: 'shop' }).toMermaid('shop');
  expect(readFileSync(join(__dirname, '../../docs/concepts/ordering.md'), 'utf8')).toContain(`\`\`\`mermaid\n${picture}\`\`\`\n`);
});
