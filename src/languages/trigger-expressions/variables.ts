import { distance } from 'fastest-levenshtein';
import { TRIGGER_BUILTINS } from './builtins';

/** What an expression can read. @see util/notification/settings/settings.go in argoproj/argo-cd */
export const TRIGGER_VARIABLES: readonly string[] = ['app', 'appProject', 'context', 'repo', 'secrets', 'strings', 'time'];

/** What the helpers hold. @see util/notification/expression in argoproj/argo-cd */
export const HELPERS: Readonly<Record<string, readonly string[]>> = {
  repo: ['FullNameByRepoURL', 'GetAppDetails', 'GetCommitMetadata', 'QueryEscape', 'RepoURLToHTTPS'],
  strings: ['ReplaceAll', 'ToLower', 'ToUpper'],
  time: [
    'ANSIC', 'Hour', 'Kitchen', 'Layout', 'Microsecond', 'Millisecond', 'Minute', 'Nanosecond', 'Now', 'Parse', 'RFC1123', 'RFC1123Z',
    'RFC3339', 'RFC3339Nano', 'RFC822', 'RFC822Z', 'RFC850', 'RubyDate', 'Second', 'Stamp', 'StampMicro', 'StampMilli', 'StampNano',
    'UnixDate',
  ],
};

/** What to say about a name that nothing stands behind. */
export function unknownVariable(name: string): string {
  const near = closest(name, [...TRIGGER_VARIABLES, ...TRIGGER_BUILTINS.functions, ...TRIGGER_BUILTINS.predicates, 'nil', 'true', 'false']);
  return `nothing is called ${name}. ${near ? `did you mean ${near}?` : `there are ${TRIGGER_VARIABLES.join(', ')}, and text stands in quotes`}`;
}

/** What to say about a part that a helper does not have. */
export function unknownHelper(helper: string, name: string): string {
  const near = closest(name, HELPERS[helper]!);
  return `${helper} has no ${name}. ${near ? `did you mean ${near}?` : `it has ${HELPERS[helper]!.join(', ')}`}`;
}

function closest(name: string, candidates: readonly string[]): string | undefined {
  const limit = name.length <= 3 ? 1 : 2;
  const near = [...candidates].sort()
    .map((known) => ({ known, away: distance(known.toLowerCase(), name.toLowerCase()) }))
    .sort((a, b) => a.away - b.away)[0];
  return near && near.away <= limit ? near.known : undefined;
}
