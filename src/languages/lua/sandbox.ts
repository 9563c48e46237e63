/** What a script of argocd-cm finds: runLua in util/lua/lua.go of argoproj/argo-cd, with the libraries of yuin/gopher-lua. */
export const SANDBOX_FUNCTIONS: ReadonlySet<string> = new Set([
  'assert', 'collectgarbage', 'dofile', 'error', 'getfenv', 'getmetatable', 'ipairs', 'load', 'loadfile', 'loadstring', 'module', 'newproxy',
  'next', 'pairs', 'pcall', 'print', 'rawequal', 'rawget', 'rawset', 'require', 'select', 'setfenv', 'setmetatable', 'tonumber', 'tostring',
  'type', 'unpack', 'xpcall',
]);

/** Values that are there, with what they hold. `undefined`: anything. */
export const SANDBOX_VALUES: Readonly<Record<string, readonly string[] | undefined>> = {
  _G: undefined,
  _VERSION: undefined,
  actionParams: undefined,
  obj: undefined,
  os: ['date', 'time'],
  package: undefined,
  table: ['concat', 'getn', 'insert', 'maxn', 'remove', 'sort'],
};

/** Libraries that are there only with `useOpenLibs`. */
export const OPEN_LIBRARIES: ReadonlySet<string> = new Set(['channel', 'coroutine', 'debug', 'io', 'math', 'string']);

/** Functions of `string`, which are methods of every text as well. */
export const STRING_METHODS: ReadonlySet<string> = new Set([
  'byte', 'find', 'format', 'gmatch', 'gsub', 'len', 'lower', 'match', 'rep', 'reverse', 'sub', 'upper',
]);
