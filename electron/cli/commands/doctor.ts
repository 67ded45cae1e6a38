import type { Diagnosis, Proposal } from '../../core/doctor/check.ts';
import { plainName } from '../../core/plain-name.ts';
import { ok } from '../../core/result.ts';
import { checkLines } from '../check-lines.ts';
import { type MfaOptions, readMfaCode } from '../mfa-code.ts';
import { type Style, styleFor } from '../style.ts';
import type { Command } from '../world.ts';

/** Goes a profile's way with the running program. Exit status 1 when something failed. */
export const diagnoseProfile: Command<MfaOptions & { profile: string }> = async (options, world) => {
  const code = await readMfaCode(options, world);
  if (!code.ok) return code;
  const answer = await world.program.call('diagnose', {
    profile: options.profile,
    tryNow: true,
    mfaCode: code.value,
  });
  if (!answer.ok) return answer;
  const style = styleFor(world);
  const { checks } = answer.value;
  const bad = checks.some(({ status }) => status === 'failed');
  return ok({
    json: answer.value,
    text: [
      ...checkLines(checks, style),
      ...causeLines(answer.value, style),
      ...proposalLines(answer.value, style),
    ].join('\n'),
    status: bad ? 1 : 0,
  });
};

function causeLines({ failure }: Diagnosis, style: Style): string[] {
  const causes = failure?.causes ?? [];
  if (causes.length === 0) return [];
  return [
    '',
    style.strong('Likely causes, the likeliest first'),
    ...causes.map((why, at) => `${at + 1}. ${plainName(why)}`),
  ];
}

function proposalLines({ proposal }: Diagnosis, style: Style): string[] {
  if (!proposal) return [];
  return [
    '',
    style.strong(`A trust policy that would admit you, for the owner of ${plainName(proposal.roleArn)}`),
    proposal.trustPolicy,
    '',
    ...proposal.notes.map((note) => `- ${plainName(note)}`),
    ...identityPolicyLines(proposal, style),
  ];
}

function identityPolicyLines({ identityPolicy }: Proposal, style: Style): string[] {
  if (identityPolicy === undefined) return [];
  return ['', style.strong('And in your own account, for your user or role'), identityPolicy];
}
