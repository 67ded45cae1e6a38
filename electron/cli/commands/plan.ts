import type { Hop } from '../../core/hop.ts';
import { plainName } from '../../core/plain-name.ts';
import { ok } from '../../core/result.ts';
import { accessKeyIndex, offlineConfig } from '../offline.ts';
import type { Command } from '../world.ts';

/** The ordered hops of a profile; as JSON a list, first where the credentials come from. */
export const plan: Command<{ profile: string }> = async ({ profile }, world) => {
  const chain = await offlineConfig(world).plan(profile, await accessKeyIndex(world));
  if (!chain.ok) return chain;
  return ok({ json: chain.value, text: chain.value.map(hopLine).join('\n') });
};

function hopLine(hop: Hop, at: number): string {
  const { kind, profile, ...rest } = hop;
  const parameters = Object.entries(rest).map(
    ([name, value]) => `${name}=${typeof value === 'object' ? JSON.stringify(value) : value}`,
  );
  return plainName([`${at + 1}. ${kind}`, `of ${profile}`, ...parameters].join('  '));
}
