import * as v from 'valibot';

/** What the program wrote down at its last start: how to start it again. Holds no secret. */
const LaunchRecordSchema = v.object({
  command: v.pipe(v.array(v.string()), v.minLength(1)),
  environment: v.record(v.string(), v.string()),
});
export type LaunchRecord = v.InferOutput<typeof LaunchRecordSchema>;

type Env = Readonly<Record<string, string | undefined>>;

export function parseLaunchRecord(text: string): LaunchRecord | undefined {
  try {
    const parsed = v.safeParse(LaunchRecordSchema, JSON.parse(text));
    return parsed.success ? parsed.output : undefined;
  } catch {
    return undefined;
  }
}

/** What a caller without a desktop's environment (a timer, an editor) lacks to start the program as it was. */
const recordedNames = [
  'DISPLAY',
  'WAYLAND_DISPLAY',
  'XAUTHORITY',
  'DBUS_SESSION_BUS_ADDRESS',
  'XDG_RUNTIME_DIR',
  'XDG_CONFIG_HOME',
  'XDG_DATA_HOME',
  'XDG_SESSION_TYPE',
  'XDG_CURRENT_DESKTOP',
  'ROLECALL_DATA_DIR',
  'AWS_CONFIG_FILE',
  'AWS_SHARED_CREDENTIALS_FILE',
  'AWS_CA_BUNDLE',
  'AWS_REGION',
  'AWS_DEFAULT_REGION',
  'AWS_ENDPOINT_URL',
  'AWS_ENDPOINT_URL_STS',
  'AWS_ENDPOINT_URL_IAM',
  'AWS_ENDPOINT_URL_SSO',
  'AWS_ENDPOINT_URL_SSO_OIDC',
  'ROLECALL_SIGNIN_URL',
];

/** The record of a program that runs as `command` (executable and, in a clone, the folder). */
export function launchRecordOf(command: readonly string[], env: Env): LaunchRecord {
  const environment = recordedNames.flatMap((name) => (env[name] ? [[name, env[name]]] : []));
  return { command: [...command], environment: Object.fromEntries(environment) };
}

/** A caller's own credentials and Node settings are none of a program's that outlives it. */
const notPassedOn =
  /^(AWS_(ACCESS_KEY_ID|SECRET_ACCESS_KEY|SESSION_TOKEN|SECURITY_TOKEN|PROFILE|DEFAULT_PROFILE)|AWS_CONTAINER_.*|NODE_.*|ELECTRON_RUN_AS_NODE)$/;

/**
 * The caller's environment, completed by what the program had at its last
 * start. What decides where AWS is comes from that start alone: a tool in a
 * project with endpoints of its own must not redirect a program that runs all day.
 */
export function startEnvironment(env: Env, record: LaunchRecord | undefined): Record<string, string> {
  const own = Object.entries(env).flatMap(([name, value]) =>
    value === undefined || notPassedOn.test(name) || (record && /^(AWS|ROLECALL)_/.test(name))
      ? []
      : [[name, value] as const],
  );
  return { ...record?.environment, ...Object.fromEntries(own) };
}

export interface StartPlace {
  readonly record: LaunchRecord | undefined;
  /** In a clone: Node, and the script that finds a runtime and never runs Electron as root. */
  readonly cloneStart: readonly [node: string, script: string] | undefined;
  readonly isRoot: boolean;
  readonly exists: (file: string) => boolean;
}

/** The command that starts the program hidden; `undefined` when nobody knows where it is. */
export function startCommand({ record, cloneStart, isRoot, exists }: StartPlace): readonly string[] | undefined {
  const clone = cloneStart && exists(cloneStart[1]) ? [...cloneStart, '--hidden'] : undefined;
  // Chromium's sandbox does not work as root, so then only the script will do.
  if (isRoot) return clone;
  const recorded = record?.command[0] !== undefined && exists(record.command[0]) ? record.command : undefined;
  return recorded ? [...recorded, '--hidden'] : clone;
}
