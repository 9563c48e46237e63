import { defineRule } from '../../rule';
import { exampleUpdater } from './examples';
import { settingsOf, UPDATED_KINDS } from './settings';

/** Finds platforms that no image is made for. */
export const platforms = defineRule({
  id: 'image-updater/platforms',
  severity: 'error',
  kinds: UPDATED_KINDS,
  since: '0.1.0',
  implements: ['CD-273'],
  title: 'a platform is written os/architecture, or os/architecture/variant',
  rationale: 'A platform without a slash is one that no image has, so no version counts.',
  bad: exampleUpdater('', 'commonUpdateSettings:\n  platforms: [amd64]'),
  good: exampleUpdater('', 'commonUpdateSettings:\n  platforms: [linux/amd64, linux/arm/v7]'),
  check(entry, context) {
    for (const { text, pointer } of settingsOf(entry, 'platforms')) {
      if (/^[^/\s]+\/[^/\s]+(\/[^/\s]+)?$/.test(text)) continue;
      context.report(pointer, 'no image is made for this platform, so no version counts', {
        received: text, expected: 'linux/amd64, linux/arm64, linux/arm/v7', fix: text.includes('/') ? 'write two or three parts' : `write linux/${text}`,
      });
    }
  },
});
