import { defaultSeed } from '../../e2e/sandbox/default-seed.ts';
import { createSandbox, type Sandbox } from '../../e2e/sandbox/sandbox.ts';
import type { SectionValues } from '../../electron/core/aws-files.ts';
import type { CallContext } from '../../electron/core/dispatch.ts';
import type { Rolecall } from '../../electron/core/rolecall.ts';
import { inEnvironment } from '../lib/in-environment.ts';
import { startProgram, userProfile } from '../lib/programs.ts';
import type { Outcome, Row } from '../row.ts';

const ROLES = 20;
const names = Array.from({ length: ROLES }, (_, at) => `role-${at}`);
const STEP_MS = 30_000;

/** The default company, with twenty roles that demand MFA. */
function seed(): typeof defaultSeed {
  const [main, ...others] = defaultSeed.accounts;
  if (!main) throw new Error('the default seed has no account');
  const developer = main.roles.find(({ name }) => name === 'Developer');
  if (!developer) throw new Error('the default seed has no Developer');
  return { accounts: [{ ...main, roles: names.map((name) => ({ ...developer, name })) }, ...others] };
}

export const oneCode: Row = {
  number: 28,
  name: '20 roles of one user, asked for at once',
  target: '1 prompt, 1 code sent',
  async run({ defended }) {
    const sandbox = await createSandbox(seed());
    try {
      return await inEnvironment(sandbox.environment, () => ask(sandbox, defended));
    } finally {
      await sandbox.close();
    }
  },
};

async function ask(sandbox: Sandbox, defended: boolean): Promise<Outcome> {
  const mfa_serial = sandbox.user('ada').mfaSerial ?? '';
  const profiles: Record<string, SectionValues> = { ada: userProfile(sandbox, 'ada') };
  for (const name of names)
    profiles[name] = { role_arn: sandbox.role(name).arn, source_profile: 'ada', mfa_serial, region: 'us-east-1' };
  const prompts = new Set<string>();
  // Without the defence each role is asked for by itself, as by tools that know nothing of each other.
  const started = await Promise.all((defended ? [''] : names).map(() => startProgram(profiles)));
  for (const [at, program] of started.entries()) answerAll(program, sandbox, (id) => prompts.add(`${at}/${id}`));
  const answers = await Promise.all(
    names.map((profile, at) => (started[at] ?? started[0])?.handlers.credentials({ profile }, aCommand())),
  );
  const got = answers.filter((answer) => answer?.ok).length;
  const sent = sandbox.requests().filter(({ parameters }) => parameters.TokenCode !== undefined).length;
  for (const program of started) program.end();
  return {
    figure: `${prompts.size} prompts, ${sent} codes sent, ${got} of ${ROLES} roles`,
    passed: prompts.size === 1 && sent === 1 && got === ROLES,
  };
}

/** A program of its own, which can give up by itself. */
function aCommand(): CallContext {
  return { door: 'socket', asker: { through: 'command' }, signal: new AbortController().signal };
}

/** A person who types what the device shows, and the next one when that was used. */
function answerAll({ mfa }: Rolecall, sandbox: Sandbox, onPrompt: (id: string) => void): void {
  mfa.onChange((question) => {
    if (!question) return;
    onPrompt(question.id);
    if (question.checking) return;
    // Later, as a person is: the question is being shown.
    setImmediate(() => {
      if (question.problem) sandbox.clock.advance(STEP_MS);
      mfa.answer(question.id, sandbox.totp('ada'));
    });
  });
}
