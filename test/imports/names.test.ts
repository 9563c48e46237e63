import { NameTable, pascal, singular } from '../../tools/imports/names';
import { fileName } from '../../tools/imports/write-types';

describe('singular', () => {
  it.each([
    ['steps', 'step'], ['policies', 'policy'], ['addresses', 'address'], ['hostAliases', 'hostAlias'], ['prefixes', 'prefix'],
    ['status', 'status'], ['args', 'arg'], ['http', 'http'], ['ingress', 'ingress'], ['values', 'value'],
  ])('of %s is %s', (plural, one) => {
    expect(singular(plural)).toBe(one);
  });
});

describe('pascal', () => {
  it('joins the words of a field name', () => {
    expect(pascal('trafficRouting')).toBe('TrafficRouting');
    expect(pascal('x-forwarded-for')).toBe('XForwardedFor');
  });
});

describe('fileName', () => {
  it.each([['AnalysisTemplate', 'analysis-template'], ['HTTPRoute', 'http-route'], ['GRPCRoute', 'grpc-route'], ['Pod', 'pod']])('of %s is %s', (kind, file) => {
    expect(fileName(kind)).toBe(file);
  });
});

describe('NameTable', () => {
  it('numbers a name that is taken', () => {
    const names = new NameTable();
    expect([names.take('Step'), names.take('Step'), names.take('Step')]).toEqual(['Step', 'Step2', 'Step3']);
  });
});
