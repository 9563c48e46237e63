import * as fs from 'node:fs';
import * as path from 'node:path';
import type * as yaml from 'js-yaml';
import { InputError } from '../manifests/input-error';
import { isJsonObject, type JsonObject } from '../manifests/json';

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

// What is wrong is said without what was found: it may be a secret.
function refusePlain(file: string, document: unknown): void {
  if (!isJsonObject(document) || !isJsonObject(document.sops) || typeof document.sops.mac !== 'string') {
    throw new InputError(`the file ${file} is not encrypted: it has no sops.mac. encrypt it with sops --encrypt --in-place before it is committed`);
  }
  for (const field of ['data', 'stringData']) {
    const values = document[field];
    if (isJsonObject(values)) refusePlainValues(file, field, values);
  }
}

function refusePlainValues(file: string, field: string, values: JsonObject): void {
  const plain = Object.keys(values).filter((key) => {
    const value = values[key];
    return typeof value !== 'string' || !value.startsWith('ENC[');
  });
  if (plain.length === 0) return;
  throw new InputError(`the file ${file} leaves ${plain.sort().map((key) => `${field}.${key}`).join(', ')} in plain text. ` +
    'encrypt data and stringData (encrypted_regex: ^(data|stringData)$), and rotate what was committed');
}
