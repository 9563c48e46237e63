import * as fs from 'node:fs';
import * as path from 'node:path';
import type * as yaml from 'js-yaml';
import { credentialForm } from '../languages/credentials/credential-forms';
import { isCredentialName, isCredentialValue, writtenCredential } from '../languages/credentials/credential-name';
import { InputError } from '../manifests/input-error';
import { isJsonObject, type JsonValue } from '../manifests/json';

/** A file of Secrets that SOPS has encrypted. It is written as it was read, byte for byte. */
export class EncryptedFile {
  /** A file of the project: `secrets/database.yaml`. It has to be encrypted already. */
  public static fromPath(file: string): EncryptedFile {
    if (!file.endsWith('.yaml')) throw new InputError(`the encrypted file ${file} does not end in .yaml. encrypt a file of YAML, and name it so`);
    let bytes: Buffer;
    try {
      bytes = fs.readFileSync(file);
    } catch (error) {
      throw new InputError(`the encrypted file ${file} cannot be read: ${(error as NodeJS.ErrnoException).code ?? String(error)}. name a file of the project`);
    }
    const content = bytes.toString('utf8');
    if (!Buffer.from(content).equals(bytes)) throw new InputError(`the encrypted file ${file} is not UTF-8. encrypt a file of YAML with sops`);
    const documents = documentsOf(file, content);
    for (const document of documents) refusePlain(file, document);
    if (documents.length === 0) throw new InputError(`the encrypted file ${file} is empty. encrypt a file of YAML with sops`);
    return new EncryptedFile(path.basename(file), content);
  }

  private constructor(
    /** Name of the file, without its folder. */
    public readonly name: string,
    /** What it holds. */
    public readonly content: string,
  ) {}
}

function documentsOf(file: string, content: string): unknown[] {
  const { loadAll } = require('js-yaml') as typeof yaml;
  try {
    return loadAll(content).filter((document) => document !== null && document !== undefined);
  } catch (error) {
    throw new InputError(`the encrypted file ${file} is no YAML: ${(error as Error).message.split('\n')[0]}. encrypt a file of YAML with sops`);
  }
}

/** What SOPS makes of a value. It leaves an empty text as it is. */
const ENCRYPTED = /^ENC\[AES256_GCM,data:[A-Za-z0-9+/]*={0,2},iv:[A-Za-z0-9+/]+={0,2},tag:[A-Za-z0-9+/]+={0,2},type:(?:str|int|float|bool|bytes|comment|time)\]$/;

// What is wrong is said without what was found: it may be a secret.
function refusePlain(file: string, document: unknown): void {
  if (!isJsonObject(document) || !isJsonObject(document.sops) || !isEncrypted(document.sops.mac)) {
    throw new InputError(`the file ${file} is not encrypted: it has no sops.mac that sops made. encrypt it with sops --encrypt --in-place before it is committed`);
  }
  const { sops: _, ...fields } = document;
  const plain = Object.entries(fields).flatMap(([field, value]) => plainTexts(value, [field]));
  if (plain.length === 0) return;
  throw new InputError(`the file ${file} leaves ${plain.sort().join(', ')} in plain text. ` +
    'encrypt data and stringData (encrypted_regex: ^(data|stringData)$), and rotate what was committed');
}

/** Where values stand that are not encrypted: each of a Secret, and those that are named or formed as credentials. */
function plainTexts(value: JsonValue | undefined, path: readonly string[]): string[] {
  if (isJsonObject(value) || Array.isArray(value)) {
    return Object.entries(value).flatMap(([key, inner]) => plainTexts(inner as JsonValue, [...path, key]));
  }
  if (value === undefined || value === null || value === '' || isEncrypted(value)) return [];
  const isSecret = ['data', 'stringData'].includes(path[0]!) || (typeof value === 'string' && looksSecret(path.at(-1)!, value));
  return isSecret ? [path.join('.')] : [];
}

function looksSecret(name: string, text: string): boolean {
  return text.startsWith('ENC[') || credentialForm(text) !== undefined || writtenCredential(text) !== undefined
    // kubectl notes the whole Secret here.
    || (name.endsWith('/last-applied-configuration') && /"(?:stringD|d)ata"/.test(text))
    || (isCredentialName(name) && isCredentialValue(name, text));
}

function isEncrypted(value: JsonValue | undefined): boolean {
  return typeof value === 'string' && ENCRYPTED.test(value);
}
