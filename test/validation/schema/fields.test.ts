import { checkSchema } from '../../../src/validation/schema/check';
import { problemsOf, schemaOf, thing } from './problems-of';

const NODES = {
  Spec: { type: 'object', properties: { rollbackWindow: 'any', replicas: 'int32', strategy: 'Strategy', template: 'Metadata' } },
  Strategy: { type: 'object', properties: { canary: 'Canary', blueGreen: 'any' } },
  Canary: { type: 'object', properties: { steps: 'Step[]', trafficRouting: 'any', maxSurge: 'intOrString', analysis: 'Analysis' } },
  Step: { type: 'object', properties: { setWeight: 'int32', pause: 'any' } },
  Analysis: { type: 'object', properties: { templates: 'Template[]', startingStep: 'int32' } },
  Template: { type: 'object', properties: { templateName: 'string', clusterScope: 'boolean' } },
  Metadata: { type: 'object', properties: { labels: 'string{}', annotations: 'string{}' } },
};

describe('an unknown field', () => {
  it('is a problem, which the fields of a small object explain', () => {
    expect(problemsOf({ strategy: { canari: {} } }, 'Spec', NODES)).toEqual([{
      pointer: '/spec/strategy/canari', keyword: 'unknown', structural: false,
      message: 'unknown field "canari": the API server drops it', expected: 'one of canary, blueGreen', fix: 'did you mean "canary"?',
      edit: { op: 'rename', pointer: '/spec/strategy/canari', value: 'canary' },
    }]);
  });

  it.each([
    ['a misspelt one', { strategy: { canary: { maxSurg: 1 } } }, 'did you mean "maxSurge"?'],
    ['one in other letters', { strategy: { bluegreen: {} } }, 'did you mean "blueGreen"?'],
    ['one with its first word right', { strategy: { canary: { trafficWeight: 5 } } }, 'did you mean "trafficRouting"?'],
    ['one with its last word right', { strategy: { canary: { analysis: { templates: [{ name: 'a' }] } } } }, 'did you mean "templateName"?'],
    ['one that belongs further up', { strategy: { canary: { rollbackWindow: {} } } }, 'it belongs to spec: move it there'],
    ['one that belongs to a list below', { strategy: { canary: { setWeight: 5 } } }, 'it belongs to the items of "steps": move it there'],
    ['one that belongs to a field below', { strategy: { maxSurge: 1 } }, 'it belongs to "canary": move it there'],
    ['one like nothing', { strategy: { canary: { zzz: 5 } } }, 'remove it'],
  ])('has a cure for %s', (_, spec, fix) => {
    expect(problemsOf(spec, 'Spec', NODES)).toMatchObject([{ keyword: 'unknown', fix }]);
  });

  it('is taken by an open object, whose known fields are checked', () => {
    const node = { type: 'object', open: true as const, properties: { size: 'integer' } };
    expect(problemsOf({ other: 1, size: 'x' }, node)).toMatchObject([{ pointer: '/spec/size', keyword: 'type' }]);
  });

  it('is what every field of an object without fields is', () => {
    expect(problemsOf({ a: 1 }, { type: 'object' })).toMatchObject([{ keyword: 'unknown', fix: 'remove it: this object has no fields' }]);
  });

  it('may be a null creationTimestamp, which generators leave behind', () => {
    expect(problemsOf({ template: { creationTimestamp: null } }, 'Spec', NODES)).toEqual([]);
    expect(problemsOf({ template: { namespace: 'a' } }, 'Spec', NODES)).toMatchObject([{ keyword: 'unknown' }]);
  });

  it('may have the name of something that every JavaScript object has', () => {
    expect(problemsOf({ constructor: 1 }, 'Step', NODES)).toMatchObject([{ pointer: '/spec/constructor', keyword: 'unknown' }]);
  });

  it('is not rendered when it is undefined', () => {
    expect(problemsOf({ other: undefined }, 'Step', NODES)).toEqual([]);
  });
});

describe('a required field', () => {
  const node = { type: 'object', required: ['host', 'ports'], properties: { host: 'string', ports: 'int32[]' } };

  it('is missed, and shakes the shape when rules would walk into it', () => {
    expect(problemsOf({}, node)).toEqual([
      { pointer: '/spec/host', keyword: 'required', message: 'required field "host" is missing', expected: 'string', fix: 'add "host"', structural: false },
      { pointer: '/spec/ports', keyword: 'required', message: 'required field "ports" is missing', expected: 'list', fix: 'add "ports"', structural: true },
    ]);
  });
});

describe('metadata', () => {
  const schema = schemaOf('any');
  const check = (metadata: unknown) => checkSchema({ ...thing({}), metadata } as never, schema);

  it('needs a name or a generateName', () => {
    expect(check({ name: 'a' })).toEqual([]);
    expect(check({ generateName: 'a-' })).toEqual([]);
    expect(check({})).toMatchObject([{ pointer: '/metadata/name', keyword: 'required' }]);
    expect(check({ name: '' })).toMatchObject([{ pointer: '/metadata/name', keyword: 'required' }]);
  });

  it('takes strings alone for labels and annotations', () => {
    expect(check({ name: 'a', annotations: { 'argocd.argoproj.io/sync-wave': -1 }, labels: { canary: true } })).toMatchObject([
      { pointer: '/metadata/annotations/argocd.argoproj.io~1sync-wave', received: '-1', expected: 'string', fix: 'put it in quotes: "-1"' },
      { pointer: '/metadata/labels/canary', fix: 'put it in quotes: "true"' },
    ]);
  });

  it('may be missing altogether without an end to the check', () => {
    expect(check(undefined)).toMatchObject([{ pointer: '/metadata', keyword: 'required', structural: true }]);
    expect(check([])).toMatchObject([{ pointer: '/metadata', keyword: 'type' }]);
  });
});

describe('an embedded resource', () => {
  const nodes = { Resource: { type: 'object', embedded: true as const, open: true as const } };

  it('says what it is', () => {
    expect(problemsOf({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a' }, spec: {} }, 'Resource', nodes)).toEqual([]);
    expect(problemsOf({ spec: {} }, 'Resource', nodes).map(({ pointer }) => pointer)).toEqual(['/spec/apiVersion', '/spec/kind']);
  });
});
