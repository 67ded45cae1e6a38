import { basename, resolve } from 'node:path';
import type { AskingProgram } from '../core/asker.ts';
import { plainName } from '../core/plain-name.ts';
import type { PeerSource, ProcessInfo } from './peer.ts';

/** What is Rolecall's own between the program that asks and the socket. */
export interface OwnPrograms {
  readonly socket: string;
  /** The launcher, and what it starts: `dist/cli.js`, or the packaged program. */
  readonly paths: readonly string[];
}

export interface Asking {
  readonly program?: AskingProgram;
  readonly parent?: AskingProgram;
}

const shells = /^(ba|da|z|k|fi|a)?sh$/;
const interpreters = /^(python[\d.]*|node|nodejs|ruby|perl|bash|sh|dash|zsh|java|deno|bun)$/;
const furthest = 8;

/**
 * The program that really asked: from the peer upwards past Rolecall's own
 * launcher, curl and command, with the program above it (`aws` under `bash`).
 * The names serve recognition by a person: a program of the same user can
 * imitate them.
 */
export async function askerOf(
  pid: number | undefined,
  processOf: PeerSource['processOf'],
  own: OwnPrograms,
): Promise<Asking> {
  let current = pid === undefined ? undefined : await processOf(pid);
  for (let step = 0; current && isOwn(current, own) && step < furthest; step++)
    current = await above(current, processOf);
  if (!current) return {};
  const parent = await above(current, processOf);
  return { program: described(current), ...(parent && { parent: described(parent) }) };
}

function isOwn({ argv, path, cwd }: ProcessInfo, own: OwnPrograms): boolean {
  const [first = '', second = '', third = ''] = argv;
  if (path && own.paths.includes(path)) return true;
  if (own.paths.includes(first) || own.paths.includes(second)) return true;
  const program = basename(path ?? first);
  // `node dist/cli.js`: what the interpreter runs may be named from where it runs.
  const script = interpreters.test(program) ? argv.slice(1).find((argument) => !argument.startsWith('-')) : undefined;
  if (script !== undefined && cwd !== undefined && own.paths.includes(resolve(cwd, script))) return true;
  if (program === 'curl' && argv.includes(own.socket)) return true;
  // Some SDKs run credential_process through a shell of theirs.
  const command = shells.test(program) && second === '-c' ? third : '';
  return own.paths.some(
    (each) => command.startsWith(each) || command.startsWith(`"${each}"`) || command.startsWith(`'${each}'`),
  );
}

async function above(info: ProcessInfo, processOf: PeerSource['processOf']): Promise<ProcessInfo | undefined> {
  return info.parentPid === undefined ? undefined : processOf(info.parentPid);
}

function described(info: ProcessInfo): AskingProgram {
  return { name: shown(nameOf(info)), pid: info.pid, ...(info.path && { path: shown(info.path) }) };
}

/** An interpreter is called by the script it runs: `aws`, not `python3.11`. Code on its command line is told to nobody. */
function nameOf({ path, argv, name }: ProcessInfo): string {
  const program = path ? basename(path) : name;
  if (!interpreters.test(program)) return program;
  const rest = argv.slice(1);
  if (rest[0] === '-m' && rest[1]) return rest[1];
  const at = rest.findIndex((argument) => !argument.startsWith('-'));
  const script = rest[at];
  if (script === undefined || rest.slice(0, at).some((option) => takesCode(program, option))) return program;
  return basename(script);
}

/** What follows such an option, or stands in it, is no file: `bash -lc`, `python3 -uc`, `node -pe`, `perl -ne`. */
function takesCode(program: string, option: string): boolean {
  if (/^--(eval|print|command)\b/.test(option)) return true;
  if (shells.test(program) || program.startsWith('python')) return /^-[a-z]*c/i.test(option);
  return program !== 'java' && /^-[a-z]*[ep]/i.test(option);
}

/** A file name may hold anything: nothing in prompts that poses as something else, and an end to its length. */
function shown(text: string): string {
  return plainName(text).slice(0, 300);
}
