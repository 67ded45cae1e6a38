import type { Enrolled, Enrolment } from '../../core/contract.ts';
import { failure } from '../../core/failure.ts';
import { plainName } from '../../core/plain-name.ts';
import { failed, ok, type Result } from '../../core/result.ts';
import { shellWord } from '../../core/shell-word.ts';
import { qrText } from '../qr-text.ts';
import type { CliWorld, Command, Output } from '../world.ts';

export interface EnrolOptions {
  readonly profile: string;
  readonly name?: string;
  readonly keepSeed?: boolean;
  readonly setSerial?: boolean;
  readonly showUrl?: boolean;
  readonly window?: boolean;
}

/** Asked this often for two codes before the device is taken back. */
const TRIES = 3;

/** Sets up an authenticator app: the QR code goes to the terminal, never into output that is piped on. */
export const enrol: Command<EnrolOptions> = async (options, world) => {
  const { program, stdin, stderr } = world;
  const { profile, name } = options;
  if (options.window) {
    const shown = await program.call('showMfaDeviceWindow', { profile });
    return shown.ok ? ok({ json: {}, text: '' }) : shown;
  }
  if (!options.showUrl && !stderr.isTTY) return failed(noTerminal());
  const started = await program.call('startMfaEnrolment', { profile, name });
  if (!started.ok) return started;
  const { id } = started.value;
  const shown = await show(started.value, options, world);
  const finished = shown.ok ? await finish(id, options, world) : shown;
  if (!finished.ok) {
    // What was made and not enabled is taken back; it is written down as well, should this fail.
    await program.call('cancelMfaEnrolment', { id });
    return finished;
  }
  return done(finished.value, options, world, stdin.isTTY);
};

async function show(enrolment: Enrolment, options: EnrolOptions, { program, stderr }: CliWorld): Promise<Result<void>> {
  const { id, mfaSerial, userName, others, qr } = enrolment;
  const say = (line: string) => stderr.write(`${line}\n`);
  say(`A new MFA device of ${plainName(userName)}: ${plainName(mfaSerial)}`);
  if (others.length > 0) say(`${plainName(userName)} has ${others.map(plainName).join(', ')} already; that stays.`);
  if (stderr.isTTY)
    say(`\n${qrText(qr)}\n\nScan this with an authenticator app, then type two codes of it, one after the other.`);
  if (!options.showUrl) return ok(undefined);
  const secret = await program.call('mfaEnrolmentSecret', { id });
  if (!secret.ok) return secret;
  say(secret.value.url);
  return ok(undefined);
}

async function finish(id: string, { keepSeed = false }: EnrolOptions, world: CliWorld): Promise<Result<Enrolled>> {
  const { program, stdin, stderr } = world;
  for (let tries = 1; ; tries += 1) {
    const codes = await readCodes(world);
    const finished = codes.ok ? await program.call('finishMfaEnrolment', { id, codes: codes.value, keepSeed }) : codes;
    const isAboutCodes = !finished.ok && ['mfa-wrong-code', 'bad-input'].includes(finished.failure.kind);
    if (!isAboutCodes || !stdin.isTTY || tries === TRIES) return finished;
    stderr.write(`${finished.failure.message}\n${finished.failure.remedy}\n`);
  }
}

/** On a terminal one after the other; else both on the first line, since the second comes half a minute later. */
async function readCodes({ stdin }: CliWorld): Promise<Result<[string, string]>> {
  const typed = stdin.isTTY
    ? [await stdin.prompt('First code: '), await stdin.prompt('Next code: ')]
    : (await stdin.readLine()).trim().split(/[\s,]+/);
  const [first = '', second = ''] = typed.map((code) => code.replaceAll(/\s/g, ''));
  if (/^\d{6}$/.test(first) && /^\d{6}$/.test(second)) return ok([first, second]);
  return failed(
    failure('bad-input', 'AWS wants two codes of six digits.', 'Pass two codes that follow each other, on one line.'),
  );
}

async function done(
  enrolled: Enrolled,
  { setSerial = false }: EnrolOptions,
  { program, stdin, stderr }: CliWorld,
  isTerminal: boolean,
): Promise<Result<Output>> {
  const { profile, mfaSerial, problem } = enrolled;
  const text = `${plainName(mfaSerial)} is enabled. AWS needs a few seconds until it takes its codes.`;
  const notes = problem ? [problem.message, problem.remedy] : [];
  const edit = { kind: 'set-key', profile, key: 'mfa_serial', value: mfaSerial } as const;
  const preview = await program.call('previewFileEdit', { edit });
  if (!preview.ok || preview.value.diff === '') return ok({ json: { ...enrolled, serialSet: false }, text, notes });
  let isWanted = setSerial;
  if (!isWanted && isTerminal) {
    stderr.write(preview.value.diff);
    isWanted = /^y(es)?$/i.test((await stdin.prompt(`Write mfa_serial into ${preview.value.path}? [y/N] `)).trim());
  }
  if (!isWanted) {
    notes.push(
      `To use it, name it in the profile: rolecall config set ${shellWord(plainName(profile))} mfa_serial ${mfaSerial}`,
    );
    return ok({ json: { ...enrolled, serialSet: false }, text, notes });
  }
  const applied = await program.call('applyFileEdit', { edit });
  if (!applied.ok) return applied;
  return ok({ json: { ...enrolled, serialSet: true }, text, notes: [...notes, `Changed ${applied.value.path}.`] });
}

function noTerminal() {
  return failure(
    'bad-input',
    'There is no terminal to show the QR code on.',
    'Run it on a terminal, use --window, or pass --show-url to get the secret as text on standard error.',
  );
}
