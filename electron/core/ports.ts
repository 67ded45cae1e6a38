/**
 * What core needs from the world. Each port has a fake that tests drive and a
 * real adapter in `aws/`, `config/` or `host/`; both pass the same contract suite.
 */

import type { ClearKeyFiles } from './access-keys/clear-keys.ts';
import type { AuditEntry } from './audit/entry.ts';
import type { AuditPage, AuditQuery } from './audit/page.ts';
import type { AuditReport } from './audit/report.ts';
import type { AwsFilesContent } from './aws-files.ts';
import type { Iam, SignIn, Sts } from './aws-ports.ts';
import type { BrowserChoice, InstalledBrowser } from './console/browser-choice.ts';
import type { FileEdit, FilePreview } from './contract.ts';
import type { Shell } from './environment/shell-text.ts';
import type { EnvironmentChange } from './environment/variables.ts';
import type { Failure } from './failure.ts';
import type { Result } from './result.ts';
import type { Notice } from './sessions/notice.ts';
import type { Settings } from './settings.ts';
import type { ProfilesEdit } from './sso/organisation/import-plan.ts';
import type { SsoWorld } from './sso/ports.ts';
import type { AwsClock } from './time/aws-clock.ts';

export type { AssumeRoleParameters, AwsContext, ConsoleDestination, Iam, SignIn, Sts } from './aws-ports.ts';

/** Structurally an `AbortSignal`; core compiles without the DOM's and Node's types. */
export interface Signal {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void, options?: { once?: boolean }): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

/** Stops a subscription or a timer. Calling it twice is harmless. */
export type Stop = () => void;

/** This computer's clocks. When AWS's time is meant, ask `AwsClock`. */
export interface Clock {
  /** Epoch milliseconds. It jumps when somebody sets it. */
  now(): number;
  /** Milliseconds since some moment. It never jumps, nobody can set it, and it counts the time asleep. */
  steadyMs(): number;
  /** Runs `callback` once after `delayMs` awake. */
  after(delayMs: number, callback: () => void): Stop;
}

/** The OS keychain: service `Rolecall`, account = profile name. There is no plaintext fallback. */
export interface Keychain {
  /** Fails with `keychain-missing`, `keychain-locked` (nobody answered the unlock in time) or `keychain-failed`. */
  read(account: string): Promise<Result<string | undefined>>;
  save(account: string, secret: string): Promise<Result<void>>;
  remove(account: string): Promise<Result<void>>;
}

/** One-time codes as authenticator apps make them (RFC 6238), for devices whose seed the person keeps here. */
export interface Totp {
  /** A seed as it is kept: base32, from base32 or an otpauth:// URL. Fails with `bad-input`; nothing is echoed. */
  read(text: string): Result<string>;
  /** The six digits of the 30-second step that `atMs` (epoch) is in. */
  code(seed: string, atMs: number): string;
  /** What an authenticator app reads from a QR code. As secret as the seed. */
  url(seed: string, names: { readonly issuer: string; readonly account: string }): string;
}

/**
 * Runs the profile's command for MFA codes and answers with what it printed. Fails with `mfa-process` when it cannot
 * be started, exits with another status than 0, prints too much or takes too long.
 */
export type MfaCommand = (
  command: string,
  context: { readonly profile: string; readonly signal: Signal },
) => Promise<Result<string>>;

/** `~/.aws/config` and `~/.aws/credentials`: the user's files. */
export interface AwsFiles {
  /** Reads and merges both files. A missing file is an empty one; an unreadable one is a problem in the content. */
  read(): Promise<AwsFilesContent>;
  /** Whether both files are still those of the last `read`, by what the system says of them; nothing is read. */
  isCurrent(): Promise<boolean>;
  /** Calls back after a change by anyone, however it was saved. */
  watch(onChange: () => void): Stop;
  /** What an edit would change, as a unified diff, without writing. */
  preview(edit: FileEdit | ProfilesEdit): Promise<Result<FilePreview>>;
  /** Writes the edit: locked, atomic, minimal, backed up once. */
  apply(edit: FileEdit | ProfilesEdit): Promise<Result<FilePreview>>;
}

/** Rolecall's own preferences. Never a secret. */
export interface SettingsStore {
  get(): Settings;
  /** Saves atomically. The change is visible to `get` when this returns. */
  update(change: (settings: Settings) => Settings): Promise<Result<void>>;
}

/** Opens an https link in the person's browser; refuses every host that is not AWS's sign-in or console. */
export interface Browser {
  /**
   * In the default browser unless one was chosen; fails with `not-there` when that is gone. `secret`: the link is
   * handed over without standing on a command line. `name` is what a container is called.
   */
  open(
    url: string,
    how?: {
      readonly secret?: boolean;
      readonly choice?: BrowserChoice | undefined;
      readonly name?: string;
    },
  ): Promise<Result<void>>;
  /** Those that can be chosen, with their profiles. */
  installed(): Promise<readonly InstalledBrowser[]>;
  /** Links that no browser has taken yet lead nowhere any more. */
  takeBack(): void;
}

/** AWS's partitions: which there are, and whose a region is. */
export interface Partitions {
  byId(id: string): PartitionFacts | undefined;
  /** `undefined` for a text that is no region of any. */
  ofRegion(region: string): PartitionFacts | undefined;
  /** The regions of a partition with their names; of all partitions without one. */
  regions(id?: string): readonly { readonly code: string; readonly name: string }[];
  /** Which of AWS's sites for people this host is; `undefined` for every other host. */
  ofHost(hostname: string): AwsSite | undefined;
}

/** A site of AWS for people, as its host name tells of it. */
export interface AwsSite {
  readonly kind: 'console' | 'sign-in' | 'access-portal';
  readonly partition: PartitionFacts;
  readonly region?: string;
  /** In the host names of several sessions side by side, and of an account's own sign-in page. */
  readonly accountId?: string;
}

export interface PartitionFacts {
  /** As it stands in ARNs. */
  readonly id: string;
  /** Cannot be switched off in an account. */
  readonly defaultRegion: string;
  /** What the names of its endpoints end with. */
  readonly dnsSuffix: string;
}

/** What was done and asked, in a file that shows whether it was changed. */
export interface AuditLog {
  /** Fails with `audit-failed` when the entry is not in the log. */
  append(entry: AuditEntry): Promise<Result<void>>;
  /** Entries from the newest on. */
  page(query: AuditQuery): Promise<Result<AuditPage>>;
  /** Reads all of it, and says where it is not as it was written. */
  verify(): Promise<Result<AuditReport>>;
  /** Called after each entry that was appended. */
  onAppend(listener: () => void): Stop;
}

/** The person at the computer, as far as the OS knows of them. */
export interface Person {
  /** Milliseconds since they last touched keyboard or pointer; 0 where the OS does not say. */
  idleMs(): number;
  /** Asks the OS to make sure that it is them, where it can; elsewhere their click is all. Fails with `cancelled`. */
  confirm(reason: string): Promise<Result<void>>;
}

/** The system's clipboard. What is put there can be read by every program of the person. */
export interface Clipboard {
  write(text: string): void | Promise<void>;
  /** Empty where the system lets only the program in front read it. */
  read(): Promise<string>;
  clear(): void;
}

/** The terminal program of the person's desktop. */
export interface Terminal {
  /**
   * Opens one with a shell of its own in the changed environment, which holds no secret: it stands in command lines.
   * `own` is the person's command for it, empty for the system's. Fails with `not-supported`.
   */
  open(environment: EnvironmentChange, own: string): Promise<Result<void>>;
}

/** Everything the call handlers need; the composition root builds it. */
export interface World {
  readonly clock: Clock;
  /** After how many milliseconds a request to AWS is given up, to be shown while it waits. */
  readonly awsDeadlineMs?: number;
  /** By which sessions end, and which the adapters of `aws/` keep right. */
  readonly awsClock: AwsClock;
  readonly keychain: Keychain;
  readonly sts: Sts;
  readonly iam: Iam;
  readonly signIn: SignIn;
  readonly files: AwsFiles;
  readonly clearKeys: ClearKeyFiles;
  readonly settings: SettingsStore;
  readonly browser: Browser;
  readonly clipboard: Clipboard;
  readonly terminal: Terminal;
  /** The person's login shell. */
  readonly shell: Shell;
  readonly partitions: Partitions;
  /** Node's name of the OS: `linux`, `darwin`, `win32`. */
  readonly platform: string;
  readonly totp: Totp;
  /** A QR code as rows of `1` (dark) and `0`, without the quiet zone. */
  readonly qrRows: (text: string) => readonly string[];
  readonly mfaCommand: MfaCommand;
  readonly audit: AuditLog;
  readonly sso: SsoWorld;
  readonly person: Person;
  /** An id that nobody can guess. */
  readonly newId: () => string;
  /** The OS user's name, for the default session name. */
  readonly userName: string;
  /** This computer's name, for session names. */
  readonly hostName: string;
  /** The text of a session policy: absolute, from the home directory (`~/`), or beside the config file. */
  readonly readPolicyFile: (path: string) => Promise<Result<string>>;
  /** A quiet word to the person, who may be busy with something else; it is taken back by what this returns. */
  readonly notify?: (notice: Notice) => Stop;
  /** From 0 up to 1; `Math.random` unless given. */
  readonly random?: () => number;
  /** Tells the person of a failure beside a call that itself came through. */
  readonly tell?: (failure: Failure) => void;
}
