import type { Failure } from '../../electron/core/failure.ts';
import type { Fault } from '../sandbox/faults.ts';
import type { RecordedRequest } from '../sandbox/request-log.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';
import type { says } from './says.ts';

export type Lines = Readonly<Record<string, string>>;

/** What a row has for itself, so that no row spends another's code or finds its session. */
export interface Own {
  /** The user's profile, with a long-term key of its own in the credentials file. */
  readonly user: string;
  /** The serial number of the user's MFA device. */
  readonly serial: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** A role's ARN by the name it has in the seed. */
  readonly role: (name: string) => string;
}

/** What every row has. */
export interface Row {
  /** The name of its profile. */
  readonly id: string;
  /** What of AWS-RULES.md it is about: the first cell of a row of the table, or the words a sentence begins with. */
  readonly about: string;
  /** Lines of the profile; `source_profile` is the row's user and `role_arn` the role `Open` unless said otherwise. */
  readonly profile?: (own: Own) => Lines;
  /** Lines of the user's own profile. */
  readonly userLines?: (own: Own) => Lines;
  /** More profiles, by name. */
  readonly others?: (own: Own) => Readonly<Record<string, Lines>>;
  /** Of the user; `main` unless said otherwise. */
  readonly account?: 'main' | 'china';
  /** The row's user is the account's root user. */
  readonly isRoot?: boolean;
}

/** An error of AWS: how it comes about, and what a person is told. */
export interface ErrorRow extends Row {
  /** What goes wrong, where the sandbox has no rule of its own for it. */
  readonly faults?: readonly Fault[];
  /** The code that the command passes on; none unless said. A spent one was sent by another program before. */
  readonly code?: 'right' | 'wrong' | 'spent';
  readonly expect: {
    readonly kind: Failure['kind'];
    readonly says: keyof typeof says;
    readonly remedy: RegExp;
    /** The command that fixes it. */
    readonly fix: RegExp;
    readonly cause?: RegExp;
    readonly awsCode?: string;
  };
}

/** What a rule is tried with. */
export interface Tools {
  readonly own: Own;
  readonly sandbox: Sandbox;
  /** Runs the real command with `--json` and hands back what it printed. */
  // biome-ignore lint/suspicious/noExplicitAny: whatever the command's document is; each rule looks at its own part
  readonly cli: (args: readonly string[], input?: string) => Promise<any>;
  /** The same without `--json`, for a command that waits for a person. */
  readonly text: (args: readonly string[]) => Promise<string>;
  /** What the sandbox has been asked since the row began. */
  readonly requests: () => readonly RecordedRequest[];
  /** The next unused code of the row's device. */
  readonly code: () => Promise<string>;
}

/** A rule: what the program does about it. */
export interface RuleRow extends Row {
  readonly title: string;
  readonly proves: (tools: Tools) => Promise<void>;
}
