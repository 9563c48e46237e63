/** The sync options that Argo CD reads in an Application, letter by letter. */
export const SYNC_OPTIONS = [
  'ApplyOutOfSyncOnly=true', 'ClientSideApplyMigration=false', 'CreateNamespace=true', 'Delete=confirm', 'Delete=false', 'FailOnSharedResource=true',
  'Prune=confirm', 'Prune=false', 'PruneLast=true', 'PrunePropagationPolicy=background', 'PrunePropagationPolicy=foreground',
  'PrunePropagationPolicy=orphan', 'Replace=true', 'RespectIgnoreDifferences=true', 'ServerSideApply=true', 'SkipDryRunOnMissingResource=true',
  'Validate=false',
];

/** Whether an option spells out a default: Argo CD reads the opposite value alone, and none of the other options says that. */
export function spelledDefault(option: string, all: Iterable<{ readonly text: string }>): boolean {
  const opposite = oppositeOf(option);
  if (opposite === undefined || SYNC_OPTIONS.includes(option) || !SYNC_OPTIONS.includes(opposite)) return false;
  const name = option.slice(0, option.indexOf('=') + 1);
  return ![...all].some(({ text }) => text.startsWith(name) && SYNC_OPTIONS.includes(text));
}

/** `Validate=true` of `Validate=false`; undefined for options without such a value. */
function oppositeOf(option: string): string | undefined {
  const [, name, value] = /^([A-Za-z]+)=(true|false)$/.exec(option) ?? [];
  return name === undefined ? undefined : `${name}=${value === 'true' ? 'false' : 'true'}`;
}
