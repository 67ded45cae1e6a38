import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { botocore, javascriptSdk } from '../scorecard/lib/readers.ts';
import { until } from './harness/processes.ts';
import { launch, type Place } from './harness/program.ts';
import { expect, test } from './harness/test.ts';
import { defaultSeed } from './sandbox/default-seed.ts';
import { defaultIdentityCenter } from './sandbox/identity-center/default-center.ts';
import { hostileNames } from './sandbox/identity-center/hostile-names.ts';
import { createOrganization } from './sandbox/identity-center/organization.ts';

/** As many accounts as there are hostile names, and each of them has one. */
const organization = createOrganization({ seed: 1, accounts: hostileNames.length, rolesPerAccount: 2 }).map(
  (account, index) => ({ ...account, name: hostileNames[index] ?? '' }),
);
const roles = organization.length * 2;
const seed = { ...defaultSeed, identityCenter: { ...defaultIdentityCenter, organization } };

async function signIn({ cli, sandbox }: Place): Promise<void> {
  sandbox.identityCenter.answerAll('approve');
  expect(await cli(['sso', 'login', '--device', '--no-browser'])).toMatchObject({ status: 0 });
}

test('an organisation of hostile names becomes plain profiles, in one edit', async ({ program }) => {
  const rolecall = await program({ seed, args: ['--hidden'] });
  const { cli, configFile, sandbox } = rolecall;
  await signIn(rolecall);
  const before = readFileSync(configFile, 'utf8');
  const readers = [botocore(), javascriptSdk()];
  // The JavaScript SDK's reader has sessions and profiles in one list.
  const isProfile = (name: string) => !name.startsWith('sso-session.');
  const profilesOf = () =>
    Promise.all(
      readers.map(async ({ read }) =>
        Object.keys((await read(configFile)) ?? {})
          .filter(isProfile)
          .sort(),
      ),
    );
  const [known = []] = await profilesOf();

  await test.step('shown first, and not written', async () => {
    const shown = await cli(['sso', 'import', '--region', 'eu-west-1', '--dry-run']);
    expect(shown).toMatchObject({ status: 0 });
    expect(readFileSync(configFile, 'utf8')).toBe(before);
  });

  await test.step('written: what was there stays to the byte, and every reader finds the same', async () => {
    expect(await cli(['sso', 'import', '--region', 'eu-west-1'])).toMatchObject({ status: 0 });
    const after = readFileSync(configFile, 'utf8');
    expect(after.startsWith(before)).toBe(true);
    expect(after.slice(before.length).match(/^region *= *eu-west-1$/gm)).toHaveLength(roles);
    expect(after.slice(before.length)).toMatch(/^[\n\x20-\x7e]*$/);
    expect(after).not.toMatch(/^\[profile evil\]|^credential_process/m);
    const [one, other] = await profilesOf();
    expect(one).toEqual(other);
    const added = one?.filter((name) => !known.includes(name)) ?? [];
    expect(added).toHaveLength(roles);
    expect(new Set(added.map((name) => name.toLowerCase())).size).toBe(roles);
    for (const name of added) expect(name).toMatch(/^[\w.@+-]{1,128}$/);
    const listed = JSON.parse((await cli(['list', '--json'])).stdout).profiles;
    expect(added.every((name) => listed.some((row: { name: string }) => row.name === name))).toBe(true);
    expect((await cli(['credentials', added[0] ?? ''])).stdout).toContain('"AccountId"');
  });

  await test.step('a second import has nothing to do', async () => {
    const written = readFileSync(configFile, 'utf8');
    expect(await cli(['sso', 'import'])).toMatchObject({ status: 0 });
    expect(readFileSync(configFile, 'utf8')).toBe(written);
  });

  await test.step('a sync follows AWS, and leaves alone what the person changed', async () => {
    const { putAccount, removeAccount } = sandbox.identityCenter;
    const [renamed, gone, changed] = organization;
    if (!renamed || !gone || !changed) throw new Error('The organisation is too small.');
    const text = readFileSync(configFile, 'utf8');
    const mine = new RegExp(`(sso_account_id *= *${changed.id}\n)`);
    expect(text).toMatch(mine);
    writeFileSync(configFile, text.replace(mine, '$1output = text\n'));
    putAccount({ ...renamed, name: 'renamed by an administrator' });
    removeAccount(gone.id);
    removeAccount(changed.id);
    const synced = await cli(['sso', 'sync']);
    expect(synced).toMatchObject({ status: 0 });
    const after = readFileSync(configFile, 'utf8');
    expect(after).toContain('[profile renamed-by-an-administrator-');
    expect(after).not.toContain(gone.id);
    expect(after).toContain(`sso_account_id = ${changed.id}\noutput = text\n`);
    expect(synced.stdout + synced.stderr).toContain('it stays, as you changed it');
  });
  for (const { close } of readers) await close();
});

test('a reading that was killed goes on where it was', async ({ place }) => {
  const large = createOrganization({ seed: 2, accounts: 90, rolesPerAccount: 1 });
  const own = await place({ seed: { ...seed, identityCenter: { ...seed.identityCenter, organization: large } } });
  const { cli, sandbox } = own;
  const first = await launch(own, { args: ['--hidden'] });
  await signIn(own);
  const reading = cli(['sso', 'import']);
  // What was read is put on disk every two seconds.
  await until('a part of the organisation to be read', () => sandbox.countOf('ListAccountRoles') > 50);
  const died = once(first.app.process(), 'exit');
  first.app.process().kill('SIGKILL');
  await died;
  expect((await reading).status).not.toBe(0);

  const second = await launch(own, { args: ['--hidden'] });
  const before = sandbox.countOf('ListAccountRoles');
  expect(await cli(['sso', 'import'])).toMatchObject({ status: 0 });
  expect(sandbox.countOf('ListAccounts'), 'the accounts are known').toBe(1);
  expect(sandbox.countOf('ListAccountRoles') - before, 'only what is missing is asked').toBeLessThan(90);
  expect(readFileSync(own.configFile, 'utf8').match(/^rolecall_imported/gm)).toHaveLength(90);
  await second.quit();
});
