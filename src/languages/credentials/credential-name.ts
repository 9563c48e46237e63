import { isFilledIn } from './credential-forms';

// Most names and files are dismissed by these.
const MAY_BE = /(?:word|pwd|passwd|phrase|secret|token|key)[^A-Za-z0-9]*$/i;
const MENTIONS = /word|pwd|passwd|phrase|secret|token|key/i;

const CREDENTIAL = /(?:^| )(?:password|passwd|pwd|passphrase|secret|token|api ?key|private ?key|secret ?key|access ?key|auth ?key|encryption ?key|signing ?key)$/;

/** Whether a key, such as `DB_PASSWORD` or `apiToken`, is the name of a credential. `TOKEN_FILE` and `KEY_ID` are not. */
export function isCredentialName(name: string): boolean {
  if (!MAY_BE.test(name)) return false;
  const words = name.replace(/([a-z0-9])([A-Z])/g, '$1 $2').replace(/[^A-Za-z0-9]+/g, ' ').trim().toLowerCase();
  return CREDENTIAL.test(words);
}

/** Values that describe a credential, or switch it on and off. */
const WORD = /^(?:true|false|yes|no|on|off|none|null|nil|undefined|string|str|text|bytes|required|optional|enabled|disabled|auto|default|random|generated|vault|env|file|bearer|basic|jwt|oidc)$/i;

/** Whether a value may be the credential of this name: no placeholder, path, address, number, or name of a Secret. */
export function isCredentialValue(name: string, value: string): boolean {
  const text = value.trim();
  if (text.length < 4 || /\s/.test(text) || isFilledIn(text) || WORD.test(text)) return false;
  if (/^[./~$@#]|:\/\/|^\d+[a-z]{0,2}$/i.test(text) || /^(?:vault|ref|secret|sm|ssm|arn|op|sops|ENC)[:+[]/i.test(text)) return false;
  // `tlsSecret: shop-tls`, `authSecret: shop/basic` name the Secret.
  return !(/secret$/i.test(name) && /^(?:[a-z0-9-]+\/)?[a-z][a-z-]*(?:\.[a-z-]+)*$/.test(text));
}

const LINE = /^[ \t-]*["']?([A-Za-z][\w.-]*)["']?[ \t]*[:=][ \t]*(?:"([^"\n]*)"|'([^'\n]*)'|([^\s"',;#([{]+)),?[ \t]*$/gm;

/** The name of a credential that a file of settings holds: `db.password=hunter2`, `token: abc`, `"apiKey": "abc"`. */
export function writtenCredential(file: string): string | undefined {
  if (!MENTIONS.test(file) || !/[:=]/.test(file)) return undefined;
  for (const [, name, double, single, bare] of file.matchAll(LINE)) {
    if (isCredentialName(name!) && isCredentialValue(name!, double ?? single ?? bare!)) return name;
  }
  return undefined;
}
