import { isJsonObject, type JsonObject, type JsonValue } from '../manifests/json';
import { runScript } from './lua/run-script';

/** What Argo CD calls the health of an object. */
export type HealthStatus = 'Healthy' | 'Progressing' | 'Degraded' | 'Suspended' | 'Missing' | 'Unknown';

const STATUSES: readonly string[] = ['Healthy', 'Progressing', 'Degraded', 'Suspended', 'Missing', 'Unknown'] satisfies HealthStatus[];

/** What a health check says about an object. */
export interface AssessedHealth {
  /** `''` is no status at all: a sync wave waits for it for ever, while the Application counts it as healthy. */
  readonly status: HealthStatus | '';
  /** What Argo CD shows beside the status; empty where the script says nothing. */
  readonly message: string;
  /** Why the script failed. Argo CD shows it, and takes the object for Unknown. */
  readonly error?: string;
}

/** What is run: a `HealthCheck`, or a script that stands elsewhere. */
export interface LuaHealthScript {
  /** The script, in Lua 5.1. It reads `obj` and returns a table with `status` and `message`. */
  readonly script: string;
  /**
   * Whether it may use `string` and `math`.
   * @default false
   */
  readonly useOpenLibs?: boolean;
}

/** What a trial is run with. */
export interface LuaHealthOptions {
  /**
   * What `os.time` and `os.date` say.
   * @default - the clock
   */
  readonly now?: Date;
}

/**
 * Runs a health check of argocd-cm on sample objects, with the functions that Argo CD gives it and no others.
 *
 * @example
 *   const health = LuaHealth.of(CACHE_HEALTH);
 *   expect(health.assess({ kind: 'Cache', status: { phase: 'Ready' } })).toMatchObject({ status: 'Healthy' });
 *   expect(health.assess({ kind: 'Cache' })).toMatchObject({ status: 'Progressing' });
 *
 * @see util/lua/lua.go in argoproj/argo-cd
 */
export class LuaHealth {
  /** The trial of a `HealthCheck` or of a script. */
  public static of(check: LuaHealthScript, options: LuaHealthOptions = {}): LuaHealth {
    return new LuaHealth(check, options);
  }

  /** The trial of the check for a kind in an argocd-cm, whoever wrote that. Throws when there is none. */
  public static fromConfigMap(configMap: JsonObject, { group = '', kind }: { readonly group?: string; readonly kind: string }, options: LuaHealthOptions = {}): LuaHealth {
    const data = isJsonObject(configMap.data) ? configMap.data : {};
    const key = group === '' ? kind : `${group}_${kind}`;
    const script = data[`resource.customizations.health.${key}`];
    if (typeof script !== 'string') {
      const checks = Object.keys(data).filter((name) => name.startsWith('resource.customizations.health.')).sort();
      throw new Error(`the ConfigMap has no health check for ${key}. the checks are: ${checks.join(', ') || 'none'}`);
    }
    return new LuaHealth({ script, useOpenLibs: data[`resource.customizations.useOpenLibs.${key}`] === 'true' }, options);
  }

  private constructor(private readonly check: LuaHealthScript, private readonly options: LuaHealthOptions) {}

  /** What Argo CD would show for this object. One that is being deleted is Progressing, whatever the script says. */
  public assess(object: JsonObject): AssessedHealth {
    if (isJsonObject(object.metadata) && object.metadata.deletionTimestamp) return { status: 'Progressing', message: 'Pending deletion' };
    try {
      const { type, value } = runScript({
        script: this.check.script, object, openLibs: this.check.useOpenLibs ?? false, now: this.options.now ?? new Date(),
      });
      if (type === 'nil') return { status: '', message: '' };
      if (type !== 'table') throw new Error(`expect table output from Lua script, not ${type}`);
      return healthIn(value);
    } catch (error) {
      const { message } = error as Error;
      return { status: 'Unknown', message, error: message };
    }
  }
}

// A list, also an empty table, and a field that is no text make the whole answer empty: encoding/json refuses them, and that is ignored.
function healthIn(value: JsonValue): AssessedHealth {
  if (!isJsonObject(value)) return { status: '', message: '' };
  const [status = '', message = ''] = ['status', 'message'].map((field) => fieldOf(value, field));
  if (typeof status !== 'string' || typeof message !== 'string') return { status: '', message: '' };
  if (!STATUSES.includes(status)) return { status: 'Unknown', message: 'Lua returned an invalid health status' };
  return { status: status as HealthStatus, message };
}

// Go takes a key in any case, and of several the last.
function fieldOf(value: JsonObject, field: string): JsonValue | undefined {
  const key = Object.keys(value).filter((name) => name.toLowerCase() === field).sort().at(-1);
  return key === undefined ? undefined : value[key];
}
