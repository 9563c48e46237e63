import { COMPUTED_FUNCTIONS } from './functions';
import { asParameter, letterAt, refuseCount } from './signature';
import { FunctionFailure, MissingKey, TemplateError, UnknownOutcome } from './template-error';
import type { Command, Operand, Pipe } from './tree';
import { GoMap, type GoValue, isTrue, typeWords, Unknown, Whole } from './values';
import type { TemplateWork } from './work';

/** What `missingkey=` says: `error` ends the template, `default` and `invalid` go on with nothing, `zero` gives text maps a `''`. */
export type MissingKeyOption = 'default' | 'error' | 'invalid' | 'zero';

interface Variable {
  readonly name: string;
  value: GoValue;
}

/** What pipelines give. Holds the variables, which live until the block ends that declares them. */
export class Evaluator {
  private readonly variables: Variable[];

  public constructor(data: GoValue, private readonly missingKey: MissingKeyOption, private readonly work: TemplateWork) {
    this.variables = [{ name: '$', value: data }];
  }

  /** How many variables there are, to go back to by `forget`. */
  public get mark(): number {
    return this.variables.length;
  }

  /** Ends the life of the variables that came after the mark. */
  public forget(mark: number): void {
    this.variables.length = mark;
  }

  /** Declares a variable. */
  public declare(name: string, value: GoValue): void {
    this.variables.push({ name, value });
  }

  /** Gives a variable another value. */
  public assign(name: string, value: GoValue, at: number): void {
    const variable = this.variable(name);
    if (!variable) throw new TemplateError(`the variable ${name} is not declared. declare it with :=`, at);
    variable.value = value;
  }

  /** The value of a pipeline. Its variables get it too, unless a range says what they get. */
  public pipe(pipe: Pipe, dot: GoValue, bindsVariables = true): GoValue {
    let value: GoValue;
    pipe.commands.forEach((command, i) => {
      value = this.command(command, dot, i === 0 ? [] : [value]) ?? undefined;
    });
    if (bindsVariables) {
      for (const name of pipe.variables) {
        if (pipe.assigns) this.assign(name, value, pipe.at);
        else this.declare(name, value);
      }
    }
    return value;
  }

  // The innermost one of the name.
  private variable(name: string): Variable | undefined {
    for (let i = this.variables.length - 1; i >= 0; i--) if (this.variables[i]!.name === name) return this.variables[i];
    return undefined;
  }

  private command({ operands: [first, ...args] }: Command, dot: GoValue, final: readonly GoValue[]): GoValue {
    if (first.kind === 'function') return this.call(first.name, args, dot, final, first.at);
    if (args.length > 0 || final.length > 0) throw new TemplateError('only a function takes values, and this is none', first.at);
    if (first.kind === 'nil') throw new TemplateError('nil is no value to print', first.at);
    return this.operand(first, dot);
  }

  private operand(operand: Operand, dot: GoValue): GoValue {
    const { at } = operand;
    switch (operand.kind) {
      case 'dot': return dot;
      case 'nil': return null;
      case 'bool': case 'string': return operand.value;
      case 'number': return operand.whole ? new Whole(operand.value) : operand.value;
      case 'field': return this.fields(dot, operand.path, at);
      case 'variable': return this.fields(this.variable(operand.name)?.value, operand.path, at);
      case 'group': return this.fields(this.pipe(operand.pipe, dot), operand.path, at);
      case 'chain': return this.fields(this.operand(operand.of, dot), operand.path, at);
      case 'function': return this.call(operand.name, [], dot, [], at);
    }
  }

  private fields(value: GoValue, path: readonly string[], at: number): GoValue {
    let found = value;
    path.forEach((key, i) => {
      found = this.field(found, key, `.${path.slice(0, i + 1).join('.')}`, at);
    });
    return found;
  }

  private field(of: GoValue, key: string, path: string, at: number): GoValue {
    if (of instanceof Unknown) throw new UnknownOutcome(of.what);
    if (of === undefined) {
      if (this.missingKey === 'error') throw new MissingKey(`there is no ${path}`, at);
      return undefined;
    }
    if (of === null) throw new TemplateError(`there is no ${path}: what it is a part of is null`, at);
    if (!(of instanceof GoMap)) throw new MissingKey(`there is no ${path}: ${typeWords(of)} has no fields`, at);
    if (of.mayHave(key)) return of.get(key);
    if (this.missingKey === 'error') throw new MissingKey(`there is no ${path}`, at);
    if (this.missingKey === 'zero') return of.type === 'strings' ? '' : null;
    return undefined;
  }

  private call(name: string, args: readonly Operand[], dot: GoValue, final: readonly GoValue[], at: number): GoValue {
    // The rest is not even looked at once it is decided.
    if (name === 'and' || name === 'or') return this.choice(name, args, dot, final, at);
    const found = COMPUTED_FUNCTIONS[name];
    const values = args.map((arg) => this.operand(arg, dot));
    if (!found || !Object.hasOwn(COMPUTED_FUNCTIONS, name)) throw new UnknownOutcome(`what the function ${name} gives`);
    const { takes } = found;
    const given = [...values, ...final];
    refuseCount(name, takes, given.length, at);
    this.work.count(...given);
    const typed = given.map((value, i) => asParameter(name, letterAt(takes, i)!, value, args[i]?.at ?? at));
    try {
      const value = (found.call as (...values: GoValue[]) => GoValue)(...typed);
      this.work.count(value);
      return value;
    } catch (error) {
      if (error instanceof FunctionFailure) throw new TemplateError(error.message, at);
      throw error;
    }
  }

  private choice(name: 'and' | 'or', args: readonly Operand[], dot: GoValue, final: readonly GoValue[], at: number): GoValue {
    const choices = [...args.map((arg) => () => this.operand(arg, dot)), ...final.map((value) => () => value)];
    if (choices.length === 0) throw new TemplateError(`${name} takes one or more values, and gets none`, at);
    let value: GoValue;
    for (const choice of choices) {
      value = choice();
      if (isTrue(value) === (name === 'or')) break;
    }
    return value;
  }
}
