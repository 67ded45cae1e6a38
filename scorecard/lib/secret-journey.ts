import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { end, until } from '../../e2e/harness/processes.ts';
import { createPlace, type Place } from '../../e2e/harness/program.ts';
import { totpOf } from '../../e2e/harness/totp.ts';
import { root } from '../../scripts/lib/paths.mjs';

export interface Journey {
  readonly place: Place;
  /** The program's main process. */
  readonly pid: number;
  /** Everything that was secret on the way, all of it unique to this run. */
  readonly secrets: readonly string[];
  /** What the program and the commands wrote beside their answers. */
  readonly stderr: string;
}

/**
 * The real program in a home of its own, through all that touches a secret: a
 * key comes in, a code is asked for, credentials and a console link go out, and
 * some of it is refused. Then `look` may look at what is left. `onAnswer` sees
 * each secret that went in or came out.
 */
export async function travelWithSecrets<T>(
  env: Readonly<Record<string, string>>,
  onAnswer: (answer: string, place: Place) => void,
  look: (journey: Journey) => Promise<T>,
): Promise<T> {
  const place = await createPlace({ env });
  const program = spawn(process.execPath, [join(root, 'scripts/electron-run.mjs'), '--hidden'], {
    env: { ...place.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [program.stdout, program.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  }
  try {
    const isUp = async () => (await place.cli(['status', '--json'])).stdout.includes('"running":true');
    await until('the program to listen', async () => program.exitCode !== null || (await isUp()));
    if (program.exitCode !== null) throw new Error(`the program did not start: ${said}`);
    const noted = (text: string) => {
      said += text;
    };
    const secrets = await travel(place, noted, (answer) => onAnswer(answer, place));
    return await look({ place, pid: mainProcess(program.pid), secrets, stderr: said });
  } finally {
    await place.cli(['quit']);
    await end(program);
    await place.close();
  }
}

async function travel({ cli, sandbox }: Place, noted: (stderr: string) => void, onAnswer: (answer: string) => void) {
  const command = async (args: readonly string[], input?: string) => {
    const ran = await cli(args, input === undefined ? {} : { input });
    noted(ran.stderr);
    return ran.stdout;
  };
  const answer = async (args: readonly string[]) => {
    const text = await command(args);
    if (text === '') throw new Error(`no answer to ${args.join(' ')}`);
    onAnswer(text);
    return JSON.parse(text);
  };

  const refused = 'canary-of-a-refused-secret-key-000000000';
  const users = ['ada', 'bob'].map((name) => ({ ...sandbox.user(name), name }));
  for (const { name, accessKeyId, secretAccessKey } of users) {
    onAnswer(secretAccessKey);
    await command(['keys', 'add', name, '--access-key-id', accessKeyId], secretAccessKey);
  }
  await command(['keys', 'add', 'eve', '--access-key-id', 'AKIAI44QH8DHBEXAMPLE'], refused);
  await command(['switch', 'developer', '--mfa-code-stdin'], `${await totpOf(sandbox, 'ada')}\n`);
  await command(['config', 'default', 'on']);
  const secrets = [refused, ...users.map(({ secretAccessKey }) => secretAccessKey)];
  for (const profile of ['developer', 'read-only', 'bob-read-only']) {
    const { SecretAccessKey, SessionToken } = await answer(['credentials', profile]);
    secrets.push(SecretAccessKey, SessionToken);
  }
  const { url } = await answer(['console', 'developer', '--print', '--json']);
  secrets.push(new URL(url).searchParams.get('SigninToken') ?? '');
  for (const args of [['list'], ['status'], ['audit'], ['audit', '--verify'], ['credentials', 'no-such-profile']])
    await command(args);
  if (secrets.some((secret) => typeof secret !== 'string' || secret.length < 16))
    throw new Error('a secret is missing');
  return secrets;
}

/** Below the script that starts it: the process that is not one of Chromium's own. */
function mainProcess(pid: number | undefined): number {
  const below = (parent: number): number[] => {
    const children = readFileSync(`/proc/${parent}/task/${parent}/children`, 'utf8').split(' ').filter(Boolean);
    return children.map(Number).flatMap((child) => [child, ...below(child)]);
  };
  const found = below(pid ?? 0).find((each) => {
    // Chromium writes its command line anew, with blanks between the arguments.
    const words = readFileSync(`/proc/${each}/cmdline`, 'utf8').split(/[\0 ]/);
    return words[0]?.endsWith('/electron') && words.includes('--hidden');
  });
  if (found === undefined) throw new Error('the main process was not found');
  return found;
}
