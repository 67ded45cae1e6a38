import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import type { SectionValues } from '../aws-files.ts';
import { createCatalog } from '../catalog.ts';
import { calls } from '../contract.ts';
import { failure, failureKinds } from '../failure.ts';
import { createFakeWorld } from '../fakes/fake-world.ts';
import { createExplainer } from './explain.ts';

const admin = 'arn:aws:iam::444455556666:role/Admin';
const serial = 'arn:aws:iam::111122223333:mfa/ada';
const key = { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', userArn: 'arn:aws:iam::111122223333:user/ada', addedAt: 0 };

/** Explains in a world whose user `ada` has her key in the keychain. */
async function explainer(profiles: Record<string, SectionValues>) {
  const { world } = createFakeWorld({ ada: { region: 'eu-central-1' }, ...profiles });
  await world.settings.update((all) => ({ ...all, accessKeys: { ada: key } }));
  const catalog = createCatalog({ files: world.files, settings: world.settings });
  await catalog.refresh();
  return createExplainer({ ...world, catalog });
}

const refused = failure('not-authorized', 'AWS refused.', 'Ask.', { action: 'AssumeRole', roleArn: admin });

describe('a refused role: the likeliest cause comes first', () => {
  it.each<[string, Record<string, string>, RegExp]>([
    ['nothing sent', { role_arn: admin }, /may demand MFA, and "prod" names no mfa_serial/],
    ['MFA, and no external id, in another account', { role_arn: admin, mfa_serial: serial }, /sends no external id/],
    [
      'MFA and an external id',
      { role_arn: admin, mfa_serial: serial, external_id: 'acme' },
      /trust policy of Admin may not name arn:aws:iam::111122223333:user\/ada/,
    ],
    [
      'another partition',
      { role_arn: admin.replace('aws', 'aws-cn'), mfa_serial: serial },
      /partition aws-cn, and you are in aws:/,
    ],
  ])('%s', async (_name, prod, first) => {
    const explain = await explainer({ prod: { ...prod, source_profile: 'ada' } });
    const { causes = [] } = explain({ ...refused, roleArn: prod.role_arn }, 'prod');
    expect(causes[0]).toMatch(first);
    expect(causes.at(-1)).toMatch(/may not exist any more/);
  });

  it("AWS's own words come before any guess", async () => {
    const explain = await explainer({ prod: { role_arn: admin, source_profile: 'ada' } });
    const said = 'AWS says: no identity-based policy allows sts:AssumeRole.';
    expect(explain({ ...refused, causes: [said] }, 'prod').causes?.[0]).toBe(said);
  });

  it('tells that a chain does not pass MFA on', async () => {
    const explain = await explainer({
      first: { role_arn: 'arn:aws:iam::111122223333:role/First', source_profile: 'ada', mfa_serial: serial },
      prod: { role_arn: admin, source_profile: 'first' },
    });
    const { causes = [] } = explain(refused, 'prod');
    expect(causes[0]).toMatch(/the MFA code went to "first" and is not passed on/);
    expect(causes.join(' ')).toContain('may not name arn:aws:iam::111122223333:role/First');
    expect(causes.join(' ')).toContain('The policies of the role of "first" may not allow');
  });

  it('is about the hop that was refused, not the profile that was asked for', async () => {
    const explain = await explainer({
      first: { role_arn: admin, source_profile: 'ada' },
      last: { role_arn: 'arn:aws:iam::444455556666:role/Last', source_profile: 'first', external_id: 'x' },
    });
    expect(explain(refused, 'last').causes?.join(' ')).toContain('"first" sends no external id');
  });
});

describe('the device that the account is known to have', () => {
  const others = { dev: { role_arn: 'arn:aws:iam::111122223333:role/Dev', source_profile: 'ada', mfa_serial: serial } };
  const prod = { role_arn: admin, source_profile: 'ada' };
  const setSerial = {
    label: 'Set mfa_serial…',
    command: `rolecall config set prod mfa_serial ${serial}`,
    act: { kind: 'set-key', profile: 'prod', key: 'mfa_serial', value: serial },
  };

  it('is offered where a profile names none', async () => {
    const explain = await explainer({ ...others, prod });
    expect(explain(refused, 'prod').fixes?.[0]).toEqual(setSerial);
    expect(explain(failure('mfa-code-required', 'm', 'r'), 'prod').fixes).toEqual([setSerial]);
  });

  it('is not guessed between two', async () => {
    const two = { ...others, other: { mfa_serial: `${serial}-phone` } };
    const explain = await explainer({ ...two, prod });
    expect(explain(refused, 'prod').fixes?.map(({ label }) => label)).toEqual(['Why?', 'Try again']);
    expect(explain(failure('mfa-code-required', 'm', 'r'), 'prod').fixes).toEqual([
      { label: 'Set mfa_serial', command: 'rolecall config set prod mfa_serial SERIAL' },
    ]);
  });

  it('names the account a wrong device belongs to', async () => {
    const explain = await explainer({ prod: { ...prod, mfa_serial: serial.replace('1111', '9999') } });
    expect(explain(failure('mfa-device', 'm', 'r'), 'prod').causes?.[0]).toBe(
      'The device is of account 999922223333, and the user of 111122223333.',
    );
  });
});

describe('what one press puts right', () => {
  it.each([
    ['duration-too-long', 'Use 1 hour…', 'rolecall config set prod duration_seconds 3600'],
    ['chaining-limit', 'Use 1 hour…', 'rolecall config set prod duration_seconds 3600'],
    ['region-disabled', 'Use us-east-1…', 'rolecall config set prod region us-east-1'],
    ['key-invalid', 'Add access key…', 'rolecall keys add ada'],
    ['secret-wrong', 'Add access key…', 'rolecall keys add ada'],
    ['keychain-locked', 'Unlock', 'rolecall switch prod'],
    ['clock-skew', 'Set the clock', 'timedatectl set-ntp true'],
    ['network', 'Try again', 'rolecall switch prod'],
    ['not-authorized', 'Why?', 'rolecall doctor prod'],
  ] as const)('%s: %s', async (kind, label, command) => {
    const explain = await explainer({
      prod: { role_arn: admin, source_profile: 'ada', duration_seconds: '7200', region: 'eu-south-2' },
    });
    expect(explain(failure(kind, 'm', 'r'), 'prod').fixes?.[0]).toMatchObject({ label, command });
  });

  it('a region that another partition has is named as the reason for an unknown key', async () => {
    const { world } = createFakeWorld({ ada: { region: 'cn-north-1' } });
    await world.settings.update((all) => ({ ...all, accessKeys: { ada: key } }));
    const catalog = createCatalog({ files: world.files, settings: world.settings });
    await catalog.refresh();
    const said = createExplainer({ ...world, catalog })(failure('key-invalid', 'm', 'r'), 'ada');
    expect(said.causes?.[0]).toBe('The key belongs to the partition aws, and cn-north-1 is in aws-cn.');
  });

  it('a sign-in that is over begins anew', async () => {
    const sso = { sso_session: 'acme', sso_account_id: '111122223333', sso_role_name: 'Admin' };
    const explain = await explainer({ prod: sso });
    const [fix] = explain(failure('sign-in-needed', 'm', 'r'), 'prod').fixes ?? [];
    expect(fix).toMatchObject({ label: 'Sign in', act: { kind: 'switch', profile: 'prod' } });
    expect(fix?.command).toMatch(/^rolecall sso login/);
  });

  it('quotes a name for the shell', async () => {
    const explain = await explainer({ "it's mine": { role_arn: admin, source_profile: 'ada' } });
    expect(explain(failure('network', 'm', 'r'), "it's mine").fixes?.[0]?.command).toBe(
      "rolecall switch 'it'\\''s mine'",
    );
  });
});

it.each(failureKinds)('survives %s of a profile that is not there', async (kind) => {
  const explain = await explainer({});
  const said = explain(failure(kind, 'm', 'r'), 'gone');
  expect(said).toMatchObject({ kind, message: 'm', remedy: 'r' });
  // What was explained once stays as it is.
  expect(explain(said, 'gone')).toEqual(said);
});

describe('what a fix may change in the files', () => {
  const edit = (key: string, value: string | null = 'x') => ({ edit: { kind: 'set-key', profile: 'p', key, value } });

  it.each(['credential_process', 'role_arn', 'source_profile', 'aws_access_key_id', 'mfa_process', 'endpoint_url'])(
    'not %s, through any door',
    (key) => {
      expect(v.safeParse(calls.applyFileEdit.input, edit(key)).success).toBe(false);
      expect(v.safeParse(calls.previewFileEdit.input, edit(key)).success).toBe(false);
    },
  );

  it('and nothing empty', () => {
    expect(v.safeParse(calls.applyFileEdit.input, edit('mfa_serial', '')).success).toBe(false);
    expect(v.safeParse(calls.applyFileEdit.input, edit('mfa_serial', null)).success).toBe(true);
  });
});
