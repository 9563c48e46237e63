import type { ArgDeclarations } from './argument';
import type { TemplateArgWire } from './wire';

/** An argument as a template declares it. */
export function argToKube(name: string, arg: ArgDeclarations[string]): TemplateArgWire {
  switch (arg.kind) {
    case 'required': return { name };
    case 'defaulted': return { name, value: arg.value };
    case 'secret': return { name, valueFrom: { secretKeyRef: { name: arg.secret.name, key: arg.secret.key } } };
  }
}
