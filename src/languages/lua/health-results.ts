import type { Expression, IfStatement, Node, ReturnStatement, Statement, TableConstructorExpression } from 'luaparse';
import { namesSetIn } from './assigned-names';
import { readLua } from './lua-syntax';
import { walk } from './walk';

/** A way through a health check at whose end Argo CD has no status that it knows. */
export interface ResultProblem {
  /** With the line. */
  readonly message: string;
}

const STATUSES: ReadonlySet<string> = new Set(['Healthy', 'Progressing', 'Degraded', 'Suspended', 'Missing', 'Unknown']);

/** Whether a table has a status, by the name of its variable. What is not here may be anything. */
type Tables = ReadonlyMap<string, boolean>;

/**
 * What the results of a health check lack, as far as its tree shows: none for a script whose syntax is wrong, or that jumps about.
 */
export function healthResultProblems(text: string): ResultProblem[] {
  const { chunk } = readLua(text);
  if (!chunk || /\bgoto\b/.test(text)) return [];
  const reading = new ResultReading(namesInFunctions(chunk), namesSetIn(chunk));
  const left = reading.block(chunk.body, new Map());
  return [...reading.problems, ...(left ? [{ message: 'the script can end without a result' }] : [])];
}

class ResultReading {
  private readonly found: ResultProblem[] = [];
  private readonly wrongStatuses: (ResultProblem & { readonly table: string })[] = [];
  private readonly returned = new Set<string>();

  // What a function does to a table is not followed.
  public constructor(private readonly untracked: ReadonlySet<string>, private readonly isSet: (name: string) => boolean) {}

  public get problems(): ResultProblem[] {
    const wrong = this.wrongStatuses.filter(({ table }) => this.returned.has(table)).map(({ message }) => ({ message }));
    return [...wrong, ...this.found];
  }

  /** The tables after a block, nothing when it never gets to its end. */
  public block(statements: readonly Statement[], before: Tables): Tables | undefined {
    let tables: Tables | undefined = before;
    for (const statement of statements) {
      if (!tables) return undefined;
      tables = this.statement(statement, tables);
    }
    return tables;
  }

  private statement(statement: Statement, tables: Tables): Tables | undefined {
    switch (statement.type) {
      case 'ReturnStatement':
        this.result(statement, tables);
        return undefined;
      case 'BreakStatement': return undefined;
      case 'LocalStatement':
      case 'AssignmentStatement': return this.assigned(statement.variables, statement.init, tables);
      case 'CallStatement': return isErrorCall(statement.expression) ? undefined : withoutArguments(statement.expression, tables);
      case 'IfStatement': return this.branches(statement, tables);
      case 'DoStatement': return this.block(statement.body, tables);
      case 'RepeatStatement': return this.block(statement.body, tables) ?? tables;
      case 'WhileStatement':
      case 'ForNumericStatement':
      case 'ForGenericStatement': return joined([tables, this.block(statement.body, tables)]);
      default: return tables;
    }
  }

  private branches({ clauses }: IfStatement, tables: Tables): Tables | undefined {
    const results = clauses.map(({ body }) => this.block(body, tables));
    return joined(clauses.at(-1)!.type === 'ElseClause' ? results : [...results, tables]);
  }

  private assigned(variables: readonly Node[], values: readonly Expression[], before: Tables): Tables {
    const tables = new Map(before);
    variables.forEach((variable, i) => {
      const value = values[i];
      if (variable.type === 'Identifier') {
        tables.delete(variable.name);
        if (value?.type === 'TableConstructorExpression' && !this.untracked.has(variable.name)) {
          tables.set(variable.name, this.statusIn(value, variable.name) !== undefined);
        }
        return;
      }
      const name = statusOf(variable);
      if (name === undefined || !tables.has(name)) return;
      tables.set(name, true);
      if (value) this.checkStatus(value, name);
    });
    return tables;
  }

  private result({ arguments: values, loc }: ReturnStatement, tables: Tables): void {
    const line = loc?.start.line ?? 0;
    // Argo CD looks at the last value.
    const value = values.at(-1);
    const say = (what: string): void => void this.found.push({ message: `line ${line} returns ${what}` });
    switch (value?.type) {
      case undefined:
      case 'NilLiteral': return say('nothing');
      case 'StringLiteral':
      case 'NumericLiteral':
      case 'BooleanLiteral': return say(`${value.raw}, which is no table`);
      case 'TableConstructorExpression': {
        this.returned.add('');
        return this.statusIn(value, '') ? undefined : say('a table without status');
      }
      case 'Identifier': {
        this.returned.add(value.name);
        if (!this.isSet(value.name)) return say(`${value.name}, which is never set`);
        return tables.get(value.name) === false ? say(`${value.name}, which may have no status there`) : undefined;
      }
      default: return undefined;
    }
  }

  private statusIn({ fields }: TableConstructorExpression, table: string): Expression | undefined {
    const field = fields.find((one) => (one.type === 'TableKeyString' ? one.key.name : one.type === 'TableKey' && textOf(one.key)) === 'status');
    if (field) this.checkStatus(field.value, table);
    return field?.value;
  }

  private checkStatus(value: Expression, table: string): void {
    const status = textOf(value);
    if (status === undefined || STATUSES.has(status)) return;
    const line = value.loc?.start.line ?? 0;
    this.wrongStatuses.push({ table, message: `line ${line} says the status ${JSON.stringify(status)}, which Argo CD does not know` });
  }
}

// A way on which a table may be anything says nothing against the others.
function joined(ways: readonly (Tables | undefined)[]): Tables | undefined {
  const open = ways.filter((way): way is Tables => way !== undefined);
  const [first, ...others] = open;
  if (!first) return undefined;
  return new Map([...first].flatMap(([name, has]) => {
    if (!others.every((way) => way.has(name))) return [];
    return [[name, has && others.every((way) => way.get(name))] as const];
  }));
}

function withoutArguments(call: Expression, before: Tables): Tables {
  const tables = new Map(before);
  walk(call, (node) => {
    if (node.type === 'Identifier') tables.delete(node.name);
  });
  return tables;
}

function isErrorCall(call: Expression): boolean {
  return call.type === 'CallExpression' && call.base.type === 'Identifier' && call.base.name === 'error';
}

function statusOf(variable: Node): string | undefined {
  if (variable.type === 'MemberExpression' && variable.identifier.name === 'status') return variable.base.type === 'Identifier' ? variable.base.name : undefined;
  if (variable.type === 'IndexExpression' && textOf(variable.index) === 'status') return variable.base.type === 'Identifier' ? variable.base.name : undefined;
  return undefined;
}

// luaparse gives the value of a text only when it knows its encoding; what is written is between the quotes.
function textOf(node: Expression): string | undefined {
  return node.type === 'StringLiteral' ? node.raw.replace(/^(["'])([\s\S]*)\1$/, '$2') : undefined;
}

function namesInFunctions(chunk: Node): Set<string> {
  const names = new Set<string>();
  walk(chunk, (node) => {
    if (node.type !== 'FunctionDeclaration') return;
    walk({ type: 'Chunk', body: node.body }, (inner) => {
      if (inner.type === 'Identifier') names.add(inner.name);
    });
  });
  return names;
}
