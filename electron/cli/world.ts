import type { Head } from '../core/audit/chain.ts';
import type { CallsThrough } from '../core/client.ts';
import type { CallInput, CallOutput } from '../core/contract.ts';
import type { Stop } from '../core/ports.ts';
import type { Result } from '../core/result.ts';

export type SocketCall = CallsThrough<'socket'>;

/** The running program, as the command sees it. */
export interface ProgramClient {
  /** Makes a call; starts the program hidden when it is not running. */
  call<N extends SocketCall>(name: N, input: CallInput<N>): Promise<Result<CallOutput<N>>>;
  /** Makes a call; `undefined` when the program is not running. */
  callIfRunning<N extends SocketCall>(name: N, input: CallInput<N>): Promise<Result<CallOutput<N>> | undefined>;
}

/** Everything outside that the command touches; tests pass their own. */
export interface CliWorld {
  readonly program: ProgramClient;
  readonly stdin: {
    readonly isTTY: boolean;
    /** The next line without its end; an empty one at the end of the input. */
    readLine(): Promise<string>;
    /** Asks on the terminal. */
    prompt(question: string): Promise<string>;
    /** Asks on the terminal, without showing what is typed. */
    promptHidden(question: string): Promise<string>;
  };
  readonly stdout: { readonly isTTY: boolean; write(text: string): void };
  readonly stderr: { readonly isTTY: boolean; write(text: string): void };
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The last entry of the audit log that the keychain vouches for; asks nobody for a password. */
  auditEnd(): Promise<Result<Head | undefined>>;
  /** The home directory the OS names. */
  readonly home: string;
  readonly version: string;
  /** Epoch milliseconds. */
  now(): number;
  after(delayMs: number, callback: () => void): Stop;
}

/** What a command has to say: one JSON document for `--json`, or a text. */
export interface Output {
  readonly json: unknown;
  /** For standard output, without a line end. Empty for nothing. */
  readonly text: string;
  /** Lines for standard error, beside the text: never part of what is piped on. */
  readonly notes?: readonly string[];
  /** The exit status when it is not 0: what was asked for was done, and what it found is bad. */
  readonly status?: number;
}

/** What the options say, and the world. */
export type Command<O> = (options: O, world: CliWorld) => Promise<Result<Output>>;
