import { examplePods } from '../../../../src/validation/rules/pods/example-pods';
import { images } from '../../../../src/validation/rules/pods/images';
import { knownValues } from '../../../../src/validation/rules/pods/known-values';
import { probeHandlers } from '../../../../src/validation/rules/pods/probe-handlers';
import { findingsOf } from '../findings-of';

const CONTAINER = '/spec/template/spec/containers/0';

test.each([
  ['imagePullPolicy: always', { op: 'set', pointer: `${CONTAINER}/imagePullPolicy`, value: 'Always' }],
  ['imagePullPolicy: Sometimes', undefined],
])('a word in other letters is the word that is known: %s', (container, edit) => {
  const [finding] = findingsOf(knownValues, examplePods({ container }));
  expect(finding?.edit).toEqual(edit);
});

test.each([
  ['" example.com/web:1.4.2"', { op: 'set', pointer: `${CONTAINER}/image`, value: 'example.com/web:1.4.2' }],
  ['https://example.com/web:1.4.2', { op: 'set', pointer: `${CONTAINER}/image`, value: 'example.com/web:1.4.2' }],
  ['"example.com/web :1.4.2"', undefined],
  ['example.com/Web:1.4.2', undefined],
])('blanks and a scheme around an image are none of its own: %s', (image, edit) => {
  const [finding] = findingsOf(images, examplePods({ image }));
  expect(finding?.edit).toEqual(edit);
});

test.each([
  ['"8080"', { op: 'set', pointer: `${CONTAINER}/readinessProbe/tcpSocket/port`, value: 8080 }],
  ['"80800"', undefined],
])('a port in quotes is that number: %s', (port, edit) => {
  const [finding] = findingsOf(probeHandlers, examplePods({ readinessProbe: `tcpSocket: { port: ${port} }` }));
  expect(finding?.pointer).toBe(`${CONTAINER}/readinessProbe/tcpSocket/port`);
  expect(finding?.edit).toEqual(edit);
});
