import { isCredentialName, isCredentialValue } from './credential-name';

/**
 * The credential that a program is called with: the name of a variable of its environment, `CLIENT_SECRET`, or of an option,
 * `--client-secret`; never its value.
 */
export function execCredential(args: readonly unknown[], env: Readonly<Record<string, unknown>>): string | undefined {
  const variable = Object.keys(env).find((name) => isCredential(name, env[name]));
  if (variable !== undefined) return variable;
  for (const [i, arg] of args.entries()) {
    const [, option, value] = typeof arg === 'string' ? /^(--?[A-Za-z][\w-]*)(?:=(.*))?$/s.exec(arg) ?? [] : [];
    if (option !== undefined && isCredential(option, value ?? args[i + 1])) return option;
  }
  return undefined;
}

// No Secret has a name for such a program, so what looks like one counts too.
function isCredential(name: string, value: unknown): boolean {
  return isCredentialName(name) && typeof value === 'string' && isCredentialValue('password', value) && !value.startsWith('-');
}
