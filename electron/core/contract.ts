/**
 * Every call and event between Rolecall's parts: windows (IPC) and commands
 * (local socket) are two doors to the same handlers. Arguments arrive as
 * `unknown` and are parsed with these schemas; the types derive from them.
 */
import * as v from 'valibot';
import { AskerSchema } from './asker.ts';
import { FailureSchema } from './failure.ts';
import { SessionStateSchema } from './session.ts';

/** Who may make a call. Each window has its own door, so none can do more than its screen needs. */
export type WindowName = 'popover' | 'mfa' | 'access-key';
export type Door = WindowName | 'socket';

const ProfileName = v.pipe(v.string(), v.minLength(1), v.maxLength(256));
const MfaCode = v.pipe(v.string(), v.regex(/^\d{6}$/, 'an MFA code is six digits'));
const Nothing = v.object({});

/** One line of the list: a profile that leads to a role or a user. */
export const ProfileRowSchema = v.object({
  name: v.string(),
  kind: v.picklist(['role', 'user', 'identity-center', 'web-identity', 'other']),
  accountId: v.optional(v.string()),
  roleName: v.optional(v.string()),
  roleArn: v.optional(v.string()),
  region: v.optional(v.string()),
  /** The profile whose key or sign-in the chain starts from, when it is another one. */
  source: v.optional(v.string()),
  needsCode: v.boolean(),
  pinned: v.boolean(),
  lastUsedAt: v.optional(v.number()),
  /** Its `credential_process` is Rolecall's: tools that name it come here. */
  adopted: v.boolean(),
  /** Why it cannot be used, for example a loop in its chain. */
  failure: v.optional(FailureSchema),
});
export type ProfileRow = v.InferOutput<typeof ProfileRowSchema>;

export const CatalogSchema = v.object({
  rows: v.array(ProfileRowSchema),
  problems: v.array(v.object({ file: v.string(), line: v.number(), message: v.string(), remedy: v.string() })),
  /** `[default]` was handed to Rolecall: tools that name no profile use the active role. */
  defaultHandedOver: v.boolean(),
});
export type Catalog = v.InferOutput<typeof CatalogSchema>;

export const SessionsSchema = v.object({
  /** The one profile that `[default]` follows. */
  activeProfile: v.nullable(v.string()),
  /** A profile that is not named here is `inactive`. */
  byProfile: v.record(v.string(), SessionStateSchema),
});
export type Sessions = v.InferOutput<typeof SessionsSchema>;

/** What the MFA window shows. At most one at a time; the rest wait in order of asking. */
export const MfaQuestionSchema = v.object({
  id: v.string(),
  profile: v.string(),
  roleArn: v.optional(v.string()),
  mfaSerial: v.string(),
  asker: AskerSchema,
  /** Set after a wrong or used code: shown in place. */
  problem: v.optional(FailureSchema),
  /** A code was sent and AWS has not answered yet. */
  checking: v.boolean(),
  /** How many other questions wait behind this one. */
  waiting: v.number(),
});
export type MfaQuestion = v.InferOutput<typeof MfaQuestionSchema>;

/** The edits of the user's files that Rolecall offers; each can be taken back. */
export const FileEditSchema = v.variant('kind', [
  v.object({ kind: v.literal('hand-over-default') }),
  v.object({ kind: v.literal('take-back-default') }),
  v.object({ kind: v.literal('adopt'), profile: ProfileName }),
  v.object({ kind: v.literal('release'), profile: ProfileName }),
  v.object({ kind: v.literal('default-region'), region: v.nullable(v.string()) }),
]);
export type FileEdit = v.InferOutput<typeof FileEditSchema>;

export const FilePreviewSchema = v.object({
  path: v.string(),
  /** Unified diff; empty when there is nothing to change. */
  diff: v.string(),
});
export type FilePreview = v.InferOutput<typeof FilePreviewSchema>;

export const AccessKeyRowSchema = v.object({
  profile: v.string(),
  /** Masked: first and last four characters. */
  accessKeyId: v.string(),
  userArn: v.string(),
  addedAt: v.number(),
});

/** The JSON of `credential_process`. @see https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-sourcing-external.html */
export const ProcessCredentialsSchema = v.object({
  Version: v.literal(1),
  AccessKeyId: v.string(),
  SecretAccessKey: v.string(),
  SessionToken: v.string(),
  Expiration: v.string(),
  AccountId: v.optional(v.string()),
});
export type ProcessCredentials = v.InferOutput<typeof ProcessCredentialsSchema>;

interface CallSpec<D extends readonly Door[], I extends v.GenericSchema, O extends v.GenericSchema> {
  readonly doors: D;
  readonly input: I;
  readonly output: O;
}

function call<const D extends readonly Door[], const I extends v.GenericSchema, const O extends v.GenericSchema>(
  doors: D,
  input: I,
  output: O,
): CallSpec<D, I, O> {
  return { doors, input, output };
}

const Snapshot = v.object({ catalog: CatalogSchema, sessions: SessionsSchema });
const Switched = v.object({ profile: v.string(), expiresAt: v.number(), arn: v.optional(v.string()) });
const ConsoleInput = v.object({
  profile: ProfileName,
  region: v.optional(v.string()),
  service: v.optional(
    v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,64}$/, "a service is a console's path name, for example ec2")),
  ),
  mfaCode: v.optional(MfaCode),
});

/** Name → who may call, what goes in, what comes out. `credentials` and `consoleLink` carry secrets: the socket only. */
export const calls = {
  snapshot: call(['popover', 'socket'], Nothing, Snapshot),
  /** Makes a profile the active one: gets its credentials, with the MFA window if a code is needed. */
  switchProfile: call(
    ['popover', 'socket'],
    v.object({ profile: ProfileName, mfaCode: v.optional(MfaCode) }),
    Switched,
  ),
  /** Without a profile: the active one's. */
  credentials: call(
    ['socket'],
    v.object({ profile: v.optional(ProfileName), mfaCode: v.optional(MfaCode) }),
    ProcessCredentialsSchema,
  ),
  consoleLink: call(['socket'], ConsoleInput, v.object({ url: v.string() })),
  openConsole: call(['popover', 'socket'], ConsoleInput, Nothing),
  /** Without a profile: all, with their MFA sessions. */
  signOut: call(
    ['popover', 'socket'],
    v.object({ profile: v.optional(ProfileName) }),
    v.object({ signedOut: v.array(v.string()) }),
  ),
  pinProfile: call(['popover', 'socket'], v.object({ profile: ProfileName, pinned: v.boolean() }), Nothing),
  listAccessKeys: call(['popover', 'socket'], Nothing, v.object({ accessKeys: v.array(AccessKeyRowSchema) })),
  /** Verified with GetCallerIdentity before it is saved. */
  addAccessKey: call(
    ['access-key', 'socket'],
    v.object({ profile: ProfileName, accessKeyId: v.string(), secretAccessKey: v.string() }),
    AccessKeyRowSchema,
  ),
  removeAccessKey: call(['popover', 'socket'], v.object({ profile: ProfileName }), Nothing),
  previewFileEdit: call(['popover', 'socket'], v.object({ edit: FileEditSchema }), FilePreviewSchema),
  applyFileEdit: call(['popover', 'socket'], v.object({ edit: FileEditSchema }), FilePreviewSchema),
  currentQuestion: call(['mfa'], Nothing, v.object({ question: v.nullable(MfaQuestionSchema) })),
  answerQuestion: call(['mfa'], v.object({ id: v.string(), code: MfaCode }), Nothing),
  cancelQuestion: call(['mfa'], v.object({ id: v.string() }), Nothing),
  /** Opens the window that takes an access key: a renderer of its own, gone when it closes. */
  showAccessKeyWindow: call(['popover', 'socket'], v.object({ profile: v.optional(ProfileName) }), Nothing),
  /** The profile the access key window was opened for, and the names that can be chosen. */
  accessKeyTarget: call(
    ['access-key'],
    Nothing,
    v.object({ profile: v.nullable(v.string()), profiles: v.array(v.string()) }),
  ),
  showPopover: call(['socket'], Nothing, Nothing),
  closeWindow: call(['popover', 'mfa', 'access-key'], Nothing, Nothing),
  quit: call(['popover', 'socket'], Nothing, Nothing),
} as const;

export type Calls = typeof calls;
export type CallName = keyof Calls;
export type CallInput<N extends CallName> = v.InferOutput<Calls[N]['input']>;
export type CallOutput<N extends CallName> = v.InferOutput<Calls[N]['output']>;

/** What main tells the windows, unasked. */
export const events = {
  catalogChanged: { doors: ['popover'], payload: CatalogSchema },
  sessionsChanged: { doors: ['popover'], payload: SessionsSchema },
  questionChanged: { doors: ['mfa'], payload: v.nullable(MfaQuestionSchema) },
} as const satisfies Record<string, { doors: readonly Door[]; payload: v.GenericSchema }>;

export type Events = typeof events;
export type EventName = keyof Events;
export type EventPayload<N extends EventName> = v.InferOutput<Events[N]['payload']>;
