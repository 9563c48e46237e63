import type { ArgoApp } from '../../src/app/argo-app';

/** A page with the plan of an example. */
export function planPage(title: string, lead: string, app: ArgoApp): string {
  return `# ${title}\n\n${lead}\n\n\`\`\`\n${app.syncPlan().toString()}\`\`\`\n`;
}

/** A page with a picture of the order between the Applications of an example. */
export function wavesPage(title: string, lead: string, app: ArgoApp): string {
  return `# ${title}\n\n${lead}\n\n\`\`\`mermaid\n${app.syncPlan().toMermaid()}\`\`\`\n`;
}
