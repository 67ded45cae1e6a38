import { plainName } from '../../core/plain-name.ts';
import { ok } from '../../core/result.ts';
import type { Command } from '../world.ts';

export const ssoLogout: Command<{ session: string | undefined }> = async ({ session }, world) => {
  const out = await world.program.call('ssoSignOut', { session });
  if (!out.ok) return out;
  const { revoked, signedOut } = out.value;
  const also = signedOut.length === 0 ? '' : `, and of ${signedOut.map(plainName).join(', ')}`;
  const notes = revoked
    ? []
    : ['AWS could not be told: the sign-in there ends by itself, at the latest with its time.'];
  return ok({ json: out.value, text: `Signed out of ${plainName(out.value.session)}${also}.`, notes });
};
