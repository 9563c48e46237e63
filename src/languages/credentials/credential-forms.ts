/** Credentials that say by their letters what they are. Each form is as long as issuers make it, so that nothing else has it. */
const TOKENS: ReadonlyArray<readonly [form: string, pattern: string]> = [
  ['a token of GitHub', 'gh[oprsu]_[A-Za-z0-9]{36}|github_pat_[A-Za-z0-9_]{22}'],
  ['a token of GitLab', 'glpat-[\\w-]{20}'],
  ['a token of Slack', 'xox[abeprs]-(?=[\\w-]*\\d{4})[\\w-]{12}'],
  ['a webhook of Slack', 'hooks\\.slack\\.com/services/T\\w{3,}/B\\w{3,}/\\w{20}'],
  ['an access key of AWS', '(?:AKIA|ASIA)[A-Z0-9]{16}(?<!EXAMPLE)\\b'],
  ['a key of Google', 'AIza[\\w-]{35}'],
  ['a key of Stripe', '[rs]k_live_[A-Za-z0-9]{16}'],
  ['a token of npm', 'npm_[A-Za-z0-9]{36}'],
  ['a token of PyPI', 'pypi-[\\w-]{50}'],
  ['a token of Hugging Face', 'hf_[A-Za-z0-9]{30}'],
  ['a key of Anthropic', 'sk-ant-[\\w-]{20}'],
  ['a key of OpenAI', 'sk-proj-[\\w-]{20}'],
  ['a key of SendGrid', 'SG\\.[\\w-]{22}\\.[\\w-]{43}'],
  ['a token of Docker', 'dckr_(?:pat|oat)_[\\w-]{20}'],
  ['a token of Grafana', 'glsa_[A-Za-z0-9]{32}_[0-9a-fA-F]{8}'],
  ['a JSON web token', 'eyJ[\\w-]{8,}\\.eyJ[\\w-]{8,}\\.[\\w-]*'],
];

const TOKEN = new RegExp(TOKENS.map(([, pattern]) => `(?<![A-Za-z0-9_])(${pattern})`).join('|'));

const PRIVATE_KEY = /-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----(?:\s|\\n)*[^-${<\s\\]{8}/;

/** What stands for a value that is filled in elsewhere: `{{x}}`, `$(x)`, `${x}`, `$x`, `<x>`, `%s`, or stars. */
const PLACEHOLDER = /\{\{|\$[({A-Za-z]|<[^>]*>|%[({sv]|\*\*|\[\[|\.\.\./;

const USER_INFO = /[a-z][a-z0-9+.-]*:\/\/[^\s/?#@:"'`]*:([^\s/?#@"'`]+)@/gi;

const URL_PARAMETER = /https?:\/\/[^\s"'`?]*\?(?:[^\s"'`#]*&)?(access_token|auth_token|token|api_?key|password|client_secret)=([^\s"'`&#]+)/gi;

const NO_VALUE = /^(?:true|false|null|none|yes|no|\d{1,3})$/i;

/** Whether a text has a part that something else fills in. */
export function isFilledIn(text: string): boolean {
  return PLACEHOLDER.test(text);
}

/** What credential a text holds, by its form; never the credential itself. */
export function credentialForm(text: string): string | undefined {
  if (text.length < 8) return undefined;
  const token = hasLongWord(text) || text.includes('eyJ') ? TOKEN.exec(text) : null;
  // One letter again and again is what documentation writes.
  if (token && !/(.)\1{9}/.test(token[0])) return TOKENS[token.slice(1).findIndex((group) => group !== undefined)]![0];
  if (text.includes('-----BEGIN') && PRIVATE_KEY.test(text)) return 'a private key';
  if (!text.includes('://')) return undefined;
  for (const [, password] of text.matchAll(USER_INFO)) {
    if (!isFilledIn(password!)) return 'the password of a URL';
  }
  for (const [, name, value] of text.matchAll(URL_PARAMETER)) {
    if (value!.length >= 4 && !NO_VALUE.test(value!) && !isFilledIn(value!)) return `the ${name} of a URL`;
  }
  return undefined;
}

/** Every token but one has a word of this many letters, digits, `_` and `-`; most texts have none, and this is found out faster. */
const LONG_WORD = 16;

function hasLongWord(text: string): boolean {
  let length = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const isOfWord = (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || code === 45 || code === 95;
    length = isOfWord ? length + 1 : 0;
    if (length === LONG_WORD) return true;
  }
  return false;
}
