import { numberOf, unquoted } from './literals';
import { TemplateError } from './template-error';
import { TokenCursor } from './token-cursor';
import { type TokenKind, tokensOf } from './tokens';
import type { Command, Node, Operand, ParsedTemplate, Pipe } from './tree';

/** How deep parentheses and blocks may be in each other. */
const DEEPEST = 300;

type Stop = 'end' | 'else';
interface Listed {
  readonly nodes: readonly Node[];
  readonly stop: Stop;
}

/** Reads a template as text/template of Go does, with these functions. Throws TemplateError. */
export function parseTemplate(source: string, functions: ReadonlySet<string>): ParsedTemplate {
  return new Parser(new TokenCursor(tokensOf(source)), functions).whole();
}

/** One reading of one template. */
class Parser {
  private variables: string[] = ['$'];
  private ranges = 0;
  private depth = 0;
  private readonly defined = new Map<string, readonly Node[]>();

  public constructor(private readonly tokens: TokenCursor, private readonly functions: ReadonlySet<string>) {}

  public whole(): ParsedTemplate {
    const nodes: Node[] = [];
    while (!this.tokens.is('end')) {
      if (this.tokens.is('left') && this.tokens.after.text === 'define' && this.tokens.after.kind === 'keyword') {
        this.tokens.next();
        this.tokens.next();
        const name = this.templateName();
        this.tokens.expect('right', 'the braces to close after the name');
        this.define(name);
        continue;
      }
      const found = this.textOrAction();
      if (typeof found === 'string') throw new TemplateError(`{{ ${found} }} belongs to no if, range or with`, this.tokens.before.at);
      nodes.push(found);
    }
    return { nodes, defined: this.defined };
  }

  private define(name: string): void {
    const { variables, ranges } = this;
    [this.variables, this.ranges] = [['$'], 0];
    const at = this.tokens.current.at;
    const { nodes, stop } = this.list(at);
    if (stop !== 'end') throw new TemplateError('{{ else }} belongs to no if, range or with', at);
    const known = this.defined.get(name);
    const isEmpty = (list: readonly Node[]): boolean => list.every((node) => node.kind === 'text' && node.text.trim() === '');
    if (known && !isEmpty(known) && !isEmpty(nodes)) throw new TemplateError(`the template ${JSON.stringify(name)} is defined twice`, at);
    if (!known || !isEmpty(nodes)) this.defined.set(name, nodes);
    [this.variables, this.ranges] = [variables, ranges];
  }

  private list(start: number): Listed {
    const nodes: Node[] = [];
    while (!this.tokens.is('end')) {
      const found = this.textOrAction();
      if (typeof found === 'string') return { nodes, stop: found };
      nodes.push(found);
    }
    throw new TemplateError('this is never ended. write {{ end }} where it stops', start);
  }

  private textOrAction(): Node | Stop {
    const { kind, text, at } = this.tokens.next();
    if (kind === 'text') return { kind, text, at };
    if (!this.tokens.is('keyword') || this.tokens.current.text === 'nil') return { kind: 'action', pipe: this.pipe('command'), at };
    const keyword = this.tokens.next();
    switch (keyword.text) {
      case 'if': case 'with': case 'range': return this.control(keyword.text, at);
      case 'template': {
        const name = this.templateName();
        const pipe = this.tokens.accept('right') ? undefined : this.pipe('template');
        return { kind: 'template', name, pipe, at };
      }
      case 'block': {
        const name = this.templateName();
        const pipe = this.pipe('block');
        this.define(name);
        return { kind: 'template', name, pipe, at };
      }
      case 'break': case 'continue':
        this.tokens.expect('right', `the braces to close after ${keyword.text}`);
        if (this.ranges === 0) throw new TemplateError(`{{ ${keyword.text} }} stands outside of any range`, at);
        return { kind: keyword.text, at };
      case 'else':
        if (!this.tokens.is('keyword', 'if') && !this.tokens.is('keyword', 'with')) this.tokens.expect('right', 'if, with or the closing braces after else');
        return 'else';
      case 'end':
        this.tokens.expect('right', 'the braces to close after end');
        return 'end';
      default:
        throw new TemplateError('templates are defined at the top only, not inside of others', keyword.at);
    }
  }

  private control(kind: 'if' | 'with' | 'range', at: number): Node {
    this.enter(at);
    const mark = this.variables.length;
    const pipe = this.pipe(kind);
    if (kind === 'range') this.ranges += 1;
    const then = this.list(at);
    if (kind === 'range') this.ranges -= 1;
    let otherwise: readonly Node[] = [];
    if (then.stop === 'else') {
      if (kind !== 'range' && this.tokens.is('keyword', kind)) {
        otherwise = [this.control(kind, this.tokens.next().at)];
      } else {
        otherwise = this.elseList(at);
      }
    }
    this.variables.length = mark;
    this.depth -= 1;
    return { kind, pipe, then: then.nodes, otherwise, at };
  }

  private elseList(at: number): readonly Node[] {
    if (this.tokens.is('keyword', 'if') || this.tokens.is('keyword', 'with')) throw this.tokens.unexpected('the closing braces after else');
    const { nodes, stop } = this.list(at);
    if (stop === 'else') throw new TemplateError('there is a second {{ else }}', this.tokens.before.at);
    return nodes;
  }

  private templateName(): string {
    if (!this.tokens.is('string') && !this.tokens.is('rawString')) throw this.tokens.unexpected('the name of a template in quotes');
    return unquoted(this.tokens.next());
  }

  private pipe(context: string, end: TokenKind = 'right'): Pipe {
    const { at } = this.tokens.current;
    const { variables, assigns } = this.declarations(context);
    const commands: Command[] = [];
    while (!this.tokens.is(end)) commands.push(this.command());
    if (commands.length === 0) throw this.tokens.unexpected(context === 'command' ? 'a value to print' : 'a value');
    this.tokens.next();
    for (const { operands: [first] } of commands.slice(1)) {
      if (['bool', 'dot', 'nil', 'number', 'string'].includes(first.kind)) {
        throw new TemplateError('what follows a | has to be a function, which gets what stands before it', first.at);
      }
    }
    return { variables, assigns, commands, at };
  }

  private declarations(context: string): { readonly variables: readonly string[]; readonly assigns: boolean } {
    const variables: string[] = [];
    while (this.tokens.is('variable')) {
      const sign = this.tokens.after;
      const isLast = sign.kind === 'assign' || sign.kind === 'declare';
      if (!isLast && !(sign.kind === 'sign' && sign.text === ',')) break;
      variables.push(this.tokens.next().text);
      this.variables.push(variables.at(-1)!);
      this.tokens.next();
      if (isLast) return { variables, assigns: sign.kind === 'assign' };
      if (context !== 'range' || variables.length > 1) throw new TemplateError('only a range has two variables', sign.at);
      if (!this.tokens.is('variable')) throw this.tokens.unexpected('the second variable of the range');
    }
    return { variables, assigns: false };
  }

  private command(): Command {
    const { at } = this.tokens.current;
    const operands: Operand[] = [];
    for (;;) {
      const operand = this.operand();
      if (operand) operands.push(operand);
      const { kind, spaced } = this.tokens.current;
      if (kind === 'right' || kind === 'close') break;
      if (kind === 'pipe') {
        if (operands.length === 0) throw this.tokens.unexpected('a value before |');
        this.tokens.next();
        break;
      }
      if (!operand || !spaced) throw this.tokens.unexpected(operand ? 'a space between two values' : 'a value');
    }
    const [first, ...rest] = operands;
    if (!first) throw this.tokens.unexpected('a value');
    return { operands: [first, ...rest], at };
  }

  private operand(): Operand | undefined {
    const term = this.term();
    if (!term || !this.tokens.is('field') || this.tokens.current.spaced) return term;
    const { at, text } = this.tokens.current;
    const path: string[] = [];
    while (this.tokens.is('field') && !this.tokens.current.spaced) path.push(this.tokens.next().text.slice(1));
    switch (term.kind) {
      case 'field': case 'variable': case 'group': return { ...term, path: [...term.path, ...path] };
      case 'function': return { kind: 'chain', of: term, path, at: term.at };
      default: throw new TemplateError(`nothing has fields but maps, and ${text} follows a ${term.kind}`, at);
    }
  }

  private term(): Operand | undefined {
    const token = this.tokens.current;
    const { kind, text, at } = token;
    switch (kind) {
      case 'identifier':
        if (!this.functions.has(text)) throw new TemplateError(unknownFunction(text), at);
        return this.took({ kind: 'function', name: text, at });
      case 'dot': return this.took({ kind, at });
      case 'keyword': return text === 'nil' ? this.took({ kind: 'nil', at }) : undefined;
      case 'variable':
        if (!this.variables.includes(text)) throw new TemplateError(`the variable ${text} is not declared here`, at);
        return this.took({ kind, name: text, path: [], at });
      case 'field': return this.took({ kind, path: [text.slice(1)], at });
      case 'bool': return this.took({ kind, value: text === 'true', at });
      case 'number': case 'char': return this.took({ kind: 'number', ...numberOf(token), at });
      case 'string': case 'rawString': return this.took({ kind: 'string', value: unquoted(token), at });
      case 'open': return this.group(at);
      default: return undefined;
    }
  }

  private group(at: number): Operand {
    this.enter(at);
    this.tokens.next();
    const pipe = this.pipe('parenthesis', 'close');
    this.depth -= 1;
    return { kind: 'group', pipe, path: [], at };
  }

  private enter(at: number): void {
    if (++this.depth > DEEPEST) throw new TemplateError(`this is nested over ${DEEPEST} levels deep, more than can be checked. write it flatter`, at);
  }

  private took(operand: Operand): Operand {
    this.tokens.next();
    return operand;
  }
}

function unknownFunction(name: string): string {
  return `there is no function ${name}. a parameter starts with a dot: .${name}`;
}
