import { parseDefinitions, readerOfUrls } from '../../tools/imports/read';
import type { Source } from '../../tools/imports/sources';

const SOURCE: Source = { project: 'example/widgets', tag: 'v1', url: 'https://example.com/crd.yaml', file: 'crd.yaml', types: 'widgets', kinds: [] };

describe('readerOfUrls', () => {
  afterEach(() => jest.restoreAllMocks());

  it('gives the text behind the public URL', async () => {
    const fetched = jest.spyOn(globalThis, 'fetch').mockResolvedValue(new Response('text'));
    await expect(readerOfUrls(SOURCE)).resolves.toBe('text');
    expect(fetched).toHaveBeenCalledWith('https://example.com/crd.yaml');
  });

  it('says what to check when there is nothing', async () => {
    jest.spyOn(globalThis, 'fetch').mockResolvedValue(new Response('', { status: 404 }));
    await expect(readerOfUrls(SOURCE)).rejects.toThrow('https://example.com/crd.yaml answered 404. check the tag in imports/sources.json');
  });
});

describe('parseDefinitions', () => {
  it('skips empty documents', () => {
    expect(parseDefinitions('---\n---\nspec: { group: a }\n---\n')).toEqual([{ spec: { group: 'a' } }]);
  });
});
