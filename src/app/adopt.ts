import { App } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { addAnnotations } from '../render/additions';
import { captureSource } from '../render/source-frame';
import { textReport } from '../validation/report/text';
import { acknowledgementsOf } from './acknowledged';
import { checkOnce } from './check';
import { keepOrdersByRollingSets } from './rolling-sets';

const adopted = new WeakSet<IConstruct>();

/**
 * What every construct of ours does first: it remembers the line that made it, and sees to it that its app renders what the
 * passes add and validates what it renders. So a construct works in a plain `cdk8s.App` as it does in an `ArgoApp`.
 */
export function adopt(construct: IConstruct): void {
  captureSource(construct);
  const root = construct.node.root;
  if (adopted.has(root) || !(root instanceof App)) return;
  adopted.add(root);
  addAnnotations(root, 'acknowledgements', acknowledgementsOf);
  keepOrdersByRollingSets(root);
  root.node.addValidation({
    validate: () => {
      const result = checkOnce(root);
      return result.counts.error > 0 ? [textReport(result)] : [];
    },
  });
}
