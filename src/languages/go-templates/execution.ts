import { Evaluator, type MissingKeyOption } from './evaluator';
import { printed } from './format';
import { TemplateError, UnknownOutcome } from './template-error';
import type { Node, ParsedTemplate, Pipe } from './tree';
import { GoMap, type GoValue, isList, isTrue, typeWords, Unknown, Whole } from './values';
import { refuseLongText, TemplateWork } from './work';

type Jump = 'break' | 'continue';
const DEEPEST = 100;

/** Fills a template in. Throws TemplateError where Go gives an error, UnknownOutcome where the text is not known here. */
export function executeTemplate(template: ParsedTemplate, data: GoValue, missingKey: MissingKeyOption): string {
  return new Execution(template, missingKey).run(template.nodes, data, 0);
}

class Execution {
  private length = 0;
  private readonly work = new TemplateWork();

  public constructor(private readonly template: ParsedTemplate, private readonly missingKey: MissingKeyOption) {}

  public run(nodes: readonly Node[], data: GoValue, depth: number): string {
    const out: string[] = [];
    const evaluator = new Evaluator(data, this.missingKey, this.work);
    this.nodes(nodes, data, { out, evaluator, depth });
    return out.join('');
  }

  private nodes(nodes: readonly Node[], dot: GoValue, state: State): Jump | undefined {
    for (const node of nodes) {
      const jump = this.node(node, dot, state);
      if (jump) return jump;
    }
    return undefined;
  }

  private node(node: Node, dot: GoValue, state: State): Jump | undefined {
    this.work.count();
    const { evaluator } = state;
    switch (node.kind) {
      case 'text':
        this.write(node.text, state);
        return undefined;
      case 'action': {
        const value = evaluator.pipe(node.pipe, dot);
        if (node.pipe.variables.length === 0) this.write(value === undefined ? '<no value>' : printed(value), state);
        return undefined;
      }
      case 'if': case 'with': {
        const mark = evaluator.mark;
        const value = evaluator.pipe(node.pipe, dot);
        const jump = isTrue(value) ? this.nodes(node.then, node.kind === 'with' ? value : dot, state) : this.nodes(node.otherwise, dot, state);
        evaluator.forget(mark);
        return jump;
      }
      case 'range': return this.range(node, dot, state);
      case 'template':
        this.call(node, dot, state);
        return undefined;
      default: return node.kind;
    }
  }

  private call({ name, pipe, at }: Extract<Node, { readonly kind: 'template' }>, dot: GoValue, state: State): void {
    const nodes = this.template.defined.get(name);
    if (!nodes) throw new TemplateError(`no template is called ${JSON.stringify(name)}`, at);
    if (state.depth >= DEEPEST) throw new UnknownOutcome('templates that are nested so deeply');
    this.write(this.run(nodes, pipe && state.evaluator.pipe(pipe, dot), state.depth + 1), state);
  }

  private range({ pipe, then, otherwise, at }: RangeNode, dot: GoValue, state: State): Jump | undefined {
    const { evaluator } = state;
    const mark = evaluator.mark;
    const items = itemsOf(evaluator.pipe(pipe, dot, false), pipe, at);
    let jump: Jump | undefined;
    if (items.length === 0) jump = this.nodes(otherwise, dot, state);
    for (const [index, item] of items) {
      const round = evaluator.mark;
      const values = pipe.variables.length > 1 ? [index, item] : [item];
      pipe.variables.forEach((name, i) => {
        if (pipe.assigns) evaluator.assign(name, values[i], at);
        else evaluator.declare(name, values[i]);
      });
      const end = this.nodes(then, item, state);
      evaluator.forget(round);
      if (end === 'break') break;
    }
    evaluator.forget(mark);
    return jump;
  }

  private write(text: string, { out }: State): void {
    this.length += text.length;
    refuseLongText(this.length);
    out.push(text);
  }
}

type RangeNode = Extract<Node, { readonly kind: 'if' | 'with' | 'range' }>;

interface State {
  readonly out: string[];
  readonly evaluator: Evaluator;
  readonly depth: number;
}

function itemsOf(value: GoValue, pipe: Pipe, at: number): ReadonlyArray<readonly [GoValue, GoValue]> {
  if (value instanceof Unknown) throw new UnknownOutcome(value.what);
  if (value === undefined || value === null) return [];
  if (value instanceof GoMap) return value.sorted;
  if (isList(value)) return value.map((item, i) => [new Whole(i), item] as const);
  if (value instanceof Whole && value.value < 10_000) {
    if (pipe.variables.length > 1) throw new TemplateError('a range over an integer has one variable', at);
    return Array.from({ length: Math.max(0, value.value) }, (_, i) => [undefined, new Whole(i)] as const);
  }
  throw new TemplateError(`range runs over lists and maps, and gets ${typeWords(value)}`, at);
}
