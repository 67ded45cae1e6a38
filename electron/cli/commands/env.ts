import { type Shell, shellNamed, shellText } from '../../core/environment/shell-text.ts';
import { credentialVariables } from '../../core/environment/variables.ts';
import { plainName } from '../../core/plain-name.ts';
import { ok } from '../../core/result.ts';
import { type MfaOptions, readMfaCode } from '../mfa-code.ts';
import type { CliWorld, Command } from '../world.ts';

interface EnvOptions extends MfaOptions {
  readonly profile: string;
  readonly shell?: Shell | 'zsh' | 'json';
  readonly credentials?: boolean;
}

/** The lines for the shell that the command runs in; no secret, unless credentials are asked for. */
export const environment: Command<EnvOptions> = async (options, world) => {
  const { profile } = options;
  const shell = shellOf(options.shell, world);
  const answer = await world.program.call('environment', { profile, shell });
  if (!answer.ok) return answer;
  const { text, variables, adopted } = answer.value;
  const printed = (set: Readonly<Record<string, string>>, lines: string) => ({
    json: set,
    text: options.shell === 'json' ? JSON.stringify(set) : lines.trimEnd(),
  });
  if (!options.credentials) {
    const note = `Tools get the credentials of ${plainName(profile)} by themselves: it is not adopted (rolecall config adopt).`;
    return ok({ ...printed(variables, text), notes: adopted ? [] : [note] });
  }
  const code = await readMfaCode(options, world);
  if (!code.ok) return code;
  const session = await world.program.call('credentials', { profile, mfaCode: code.value });
  if (!session.ok) return session;
  const change = credentialVariables(session.value, { region: variables.AWS_REGION });
  return ok(printed(change.set, shellText(shell, change)));
};

function shellOf(asked: EnvOptions['shell'], { env }: CliWorld): Shell {
  if (asked === 'zsh' || asked === 'json') return 'bash';
  return asked ?? shellNamed(env.SHELL, process.platform);
}
