import { renderFastTemplate } from '../languages/fast-template';
import type { MissingKeyOption } from '../languages/go-templates/evaluator';
import { APPLICATION_SET_FUNCTIONS } from '../languages/go-templates/function-names';
import { type Outcome, renderGoTemplate } from '../languages/go-templates/render';
import type { GoMap } from '../languages/go-templates/values';
import type { JsonValue } from '../manifests/json';
import type { Manifest } from '../manifests/manifest';
import { Place } from '../manifests/references/place';

/** What the texts of an ApplicationSet become, by its `goTemplate` and `goTemplateOptions`. */
export class TextRenderer {
  /** The renderer that an ApplicationSet asks for. */
  public static of(manifest: Manifest): TextRenderer {
    const spec = Place.root(manifest).at('spec');
    return new TextRenderer(spec.at('goTemplate').value === true, missingKeyOf(spec.at('goTemplateOptions').value));
  }

  private constructor(
    /** Whether the texts are Go templates. */
    public readonly goTemplate: boolean,
    /** What a Go template does without a parameter. */
    public readonly missingKey: MissingKeyOption,
  ) {}

  /** What a text becomes. */
  public render(text: string, parameters: GoMap, missingKey = this.missingKey): Outcome {
    if (!this.goTemplate) return renderFastTemplate(text, parameters);
    return renderGoTemplate(text, parameters, { functions: APPLICATION_SET_FUNCTIONS, missingKey });
  }
}

// The last option wins.
function missingKeyOf(options: JsonValue | undefined): MissingKeyOption {
  let found: MissingKeyOption = 'default';
  for (const option of Array.isArray(options) ? options as readonly JsonValue[] : []) {
    const [, value] = /^missingkey=(default|invalid|zero|error)$/.exec(typeof option === 'string' ? option : '') ?? [];
    if (value) found = value as MissingKeyOption;
  }
  return found;
}
