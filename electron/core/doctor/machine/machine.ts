import type { FileProblem } from '../../aws-files.ts';
import type { CallOutput } from '../../contract.ts';
import type { Failure } from '../../failure.ts';
import type { Result } from '../../result.ts';
import type { Check } from '../check.ts';

/** What the AWS files say, as far as it concerns the whole computer. */
export interface FilesFacts {
  readonly problems: readonly FileProblem[];
  readonly broken: readonly { readonly profile: string; readonly failure: Failure }[];
  readonly defaultHandedOver: boolean;
  /** Profiles whose tools come to Rolecall. */
  readonly adopted: readonly string[];
  /** Profiles whose secret key stands in the files. */
  readonly keysInClear: readonly string[];
}

/** A file or folder: who may use it. */
export interface PathFacts {
  /** The permission bits, `0o600`. */
  readonly mode: number;
  readonly isMine: boolean;
}

/** What the checks of this computer need from it. None of it asks a person for anything. */
export interface Machine {
  readonly platform: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly paths: {
    readonly config: string;
    readonly credentials: string;
    readonly settings: string;
    readonly socket: string;
    readonly launcher: string;
  };
  readFiles(): Promise<FilesFacts>;
  /** The AWS files that the program reads, as its last start was told; `undefined` when it was never started. */
  programFiles(): Promise<{ readonly config: string; readonly credentials: string } | undefined>;
  /** Looked at without unlocking it. */
  keychain(): Promise<'open' | 'locked' | 'missing' | 'unknown'>;
  isRunning(): Promise<boolean>;
  /** What the running program says of its memory; `undefined` where it does not say. */
  programMemory(): Promise<CallOutput<'about'>['memory'] | undefined>;
  /** `undefined` for what is not there. */
  path(path: string): Promise<PathFacts | undefined>;
  /** Does the launcher lead to this program, and is what it names still there? */
  launcher(): Promise<'current' | 'absent' | 'elsewhere' | 'broken'>;
  /** One unsigned request, which costs nothing and proves the way. */
  reachSts(): Promise<Result<{ readonly host: string; readonly aheadMs: number }>>;
  /** Where a program is found. */
  find(program: string): Promise<string | undefined>;
  hasTrayHost(): Promise<boolean>;
}

export type MachineCheck = (machine: Machine) => Promise<readonly Check[]>;
