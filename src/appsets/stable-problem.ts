import { APPLICATION_SET_FUNCTIONS } from '../languages/go-templates/function-names';
import { unstableFunctionsIn } from '../languages/go-templates/unstable';

/** Why an Application would be another one each time Argo CD works the set out, by its name or by a text of its destination. */
export function stableProblem(name: string, destination: object): string | undefined {
  const texts = [['name', name], ...Object.entries(destination).map(([key, value]) => [`destination.${key}`, String(value)])] as const;
  for (const [field, text] of texts) {
    const functions = unstableFunctionsIn(text, APPLICATION_SET_FUNCTIONS);
    if (functions.length === 0) continue;
    return `the ${field} of the template is ${JSON.stringify(text)}, and ${functions.join(' and ')} gives something else each time Argo CD works the set out: ` +
      'Applications would be deleted and made again. use a parameter';
  }
  return undefined;
}
