/**
 * A text of a metric with something else for each of its `{{...}}`. `fill` is given the placeholder, and the name in it where it is one
 * of an argument: `service` for `{{ args.service }}`.
 */
export function filledText(text: string, fill: (placeholder: string, name: string | undefined) => string): string {
  return text.replace(/\{\{(.*?)\}\}/gs, (placeholder: string, tag: string) => fill(placeholder, /^args\.(.*)$/s.exec(tag.trim())?.[1]));
}
