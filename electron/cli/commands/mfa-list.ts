import { plainName } from '../../core/plain-name.ts';
import { ok } from '../../core/result.ts';
import { styleFor, table } from '../style.ts';
import type { Command } from '../world.ts';

export const listMfaDevices: Command<{ aws?: boolean }> = async ({ aws = false }, world) => {
  const answer = await world.program.call('listMfaDevices', { askAws: aws });
  if (!answer.ok) return answer;
  const { devices, problems } = answer.value;
  const columns = ['DEVICE', 'CODES', 'PROFILES', ...(aws ? ['IN AWS'] : [])];
  const header = columns.map(styleFor(world).faint);
  const rows = devices.map(({ mfaSerial, profiles, seedAddedAt, userName, enabledAt }) => [
    plainName(mfaSerial),
    seedAddedAt === undefined ? 'typed' : 'seed kept here',
    profiles.map(plainName).join(', '),
    ...(aws ? [inAws(userName, enabledAt)] : []),
  ]);
  const text = rows.length === 0 ? 'No profile names an MFA device, and no seed is kept.' : table([header, ...rows]);
  // One user who may not ask is a note beside the others' devices.
  const notes = problems.map(({ profile, message }) => `${plainName(profile ?? '')}: ${message}`);
  return ok({ json: { devices, problems }, text, notes });
};

function inAws(userName: string | undefined, enabledAt: number | undefined): string {
  if (userName === undefined) return '';
  const since = enabledAt === undefined ? '' : ` since ${new Date(enabledAt).toISOString().slice(0, 10)}`;
  return `of ${plainName(userName)}${since}`;
}
