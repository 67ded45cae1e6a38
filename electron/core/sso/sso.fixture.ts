import { expect, vi } from 'vitest';
import type { Door } from '../contract.ts';
import { dispatch } from '../dispatch.ts';
import type { Failure } from '../failure.ts';
import { createFakeWorld } from '../fakes/fake-world.ts';
import type { Signal } from '../ports.ts';
import { createRolecall, type DomainHandlers } from '../rolecall.ts';
import { createAbort } from '../sessions/shared-work.ts';

const corp = { sso_start_url: 'https://corp.example/start', sso_region: 'eu-central-1' };
export const profiles = {
  reader: { sso_session: 'corp', sso_account_id: '012345678901', sso_role_name: 'Reader', region: 'eu-west-1' },
  admin: { sso_session: 'corp', sso_account_id: '012345678901', sso_role_name: 'Admin' },
  chained: { role_arn: 'arn:aws:iam::999999999999:role/deploy', source_profile: 'reader' },
  old: { ...corp, sso_start_url: 'https://old.example/start', sso_account_id: '012345678901', sso_role_name: 'Reader' },
};
export const HOUR = 3_600_000;

/** Profiles of two sessions, and a person who signs in to them in the browser. */
export async function setUp(more: Record<string, Record<string, string>> = {}) {
  const fake = createFakeWorld({ ...profiles, ...more }, { corp });
  const told: Failure[] = [];
  const rolecall = createRolecall({ ...fake.world, tell: (failure) => told.push(failure) });
  await rolecall.start();
  const handlers = rolecall.handlers as DomainHandlers & Parameters<typeof dispatch>[0];
  const through = { socket: 'command', popover: 'popover' } as const;
  const call = (
    name: string,
    input: object,
    door: 'socket' | 'popover' = 'socket',
    signal: Signal = createAbort().signal,
  ) =>
    dispatch(handlers, name, input, {
      door: door as Door,
      asker: { through: through[door] },
      signal,
    }) as Promise<{ ok: boolean; value: Record<string, unknown>; failure: Failure }>;
  const { fakeSso } = fake;
  const browserWaits = (count = 1) => vi.waitFor(() => expect(fake.opened).toHaveLength(count));
  async function signIn(session = 'corp'): Promise<void> {
    const count = fake.opened.length;
    await call('startSsoSignIn', { session });
    await browserWaits(count + 1);
    fakeSso.approveInBrowser();
    expect(await call('awaitSsoSignIn', { session })).toMatchObject({ ok: true, value: { state: 'signed-in' } });
  }
  return { ...fake, rolecall, call, told, signIn, browserWaits };
}
