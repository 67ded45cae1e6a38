import { expect, it } from 'vitest';
import { createFakeSettings } from '../fakes/fake-settings.ts';
import type { Settings } from '../settings.ts';
import { welcomeHandlers } from './welcome.ts';

const begun: Record<string, Partial<Settings>> = {
  'it was left': { welcomed: true },
  'a profile was used': { recents: [{ profile: 'dev', usedAt: 1 }] },
  'a key was put into the keychain': {
    accessKeys: { ada: { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', userArn: '', addedAt: 1 } },
  },
  'an organisation was imported': { ssoImports: { acme: { template: '{role}', accountIds: [], roleNames: [] } } },
};

const welcomed = async (settings: Partial<Settings>) => {
  const call = welcomeHandlers(createFakeSettings(settings)).welcome as () => Promise<unknown>;
  return call();
};

it('welcomes whoever has done nothing yet', async () => {
  expect(await welcomed({ preferences: { theme: 'dark' } as Settings['preferences'] })).toMatchObject({
    value: { welcomed: false },
  });
});

it.each(Object.entries(begun))('welcomes nobody after %s', async (_, settings) => {
  expect(await welcomed(settings)).toMatchObject({ value: { welcomed: true } });
});
