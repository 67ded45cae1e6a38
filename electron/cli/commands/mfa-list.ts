import { plainName } from '../../core/plain-name.ts';
import { ok } from '../../core/result.ts';
import { styleFor, table } from '../style.ts';
import type { Command } from '../world.ts';

export const listMfaDevices: Command<object> = async (_options, world) => {
  const answer = await world.program.call('listMfaDevices', {});
  if (!answer.ok) return answer;
  const { devices } = answer.value;
  const header = ['DEVICE', 'CODES', 'PROFILES'].map(styleFor(world).faint);
  const rows = devices.map(({ mfaSerial, profiles, seedAddedAt }) => [
    plainName(mfaSerial),
    seedAddedAt === undefined ? 'typed' : 'seed kept here',
    profiles.map(plainName).join(', '),
  ]);
  const text = rows.length === 0 ? 'No profile names an MFA device, and no seed is kept.' : table([header, ...rows]);
  return ok({ json: { devices }, text });
};
