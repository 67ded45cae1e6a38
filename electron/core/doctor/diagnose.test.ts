import { describe, expect, it } from 'vitest';
import { storedForm } from '../access-keys/stored-key.ts';
import type { SectionValues } from '../aws-files.ts';
import { failure } from '../failure.ts';
import { createFakeWorld } from '../fakes/fake-world.ts';
import { createRolecall } from '../rolecall.ts';

const key = { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'secret' };
const userArn = 'arn:aws:iam::012345678901:user/ada';
const roleArn = 'arn:aws:iam::444455556666:role/Admin';
const refused = failure('not-authorized', 'AWS refused to let you assume it.', 'Ask.', {
  action: 'AssumeRole',
  roleArn,
  awsCode: 'AccessDenied',
});

async function start(profiles: Record<string, SectionValues>) {
  const fakes = createFakeWorld({ ada: {}, ...profiles });
  await fakes.world.settings.update((all) => ({
    ...all,
    accessKeys: { ada: { accessKeyId: key.accessKeyId, userArn, addedAt: 0 } },
  }));
  fakes.items.set('ada', storedForm(key));
  const rolecall = createRolecall(fakes.world);
  await rolecall.start();
  const diagnose = async (profile: string, tryNow = true) => {
    const answer = await rolecall.handlers.diagnose(
      { profile, tryNow },
      { door: 'socket', asker: { through: 'popover' }, signal: new AbortController().signal },
    );
    if (!answer.ok) throw new Error(answer.failure.message);
    const status = (id: string) => answer.value.checks.find((check) => check.id === id)?.status;
    const why = (id: string) => answer.value.checks.find((check) => check.id === id)?.why;
    return { ...answer.value, status, why };
  };
  return { ...fakes, rolecall, diagnose };
}

const prod = { role_arn: roleArn, source_profile: 'ada' };

describe('the way of a profile, step by step', () => {
  it('that works: plan, key, who you are, and the credentials', async () => {
    const { diagnose } = await start({ prod });
    const { checks, failure: none, proposal } = await diagnose('prod');
    expect(checks.map(({ id, status }) => [id, status])).toEqual([
      ['plan', 'passed'],
      ['key', 'passed'],
      ['identity', 'passed'],
      ['session-1', 'passed'],
      ['outcome', 'passed'],
      ['clock', 'passed'],
    ]);
    expect([none, proposal]).toEqual([undefined, undefined]);
  });

  it('stops at a broken chain', async () => {
    const { diagnose } = await start({
      prod: { ...prod, source_profile: 'prod2' },
      prod2: { ...prod, source_profile: 'prod' },
    });
    const { checks, failure: why } = await diagnose('prod');
    expect(checks).toMatchObject([{ id: 'plan', status: 'failed', why: expect.stringContaining('circle') }]);
    expect(why?.kind).toBe('chain-cycle');
  });

  it('stops at a key that is not there, with the way to add it', async () => {
    const { diagnose, items } = await start({ prod });
    items.clear();
    const { checks } = await diagnose('prod');
    expect(checks.at(-1)).toMatchObject({ id: 'key', status: 'failed', fixes: [{ command: 'rolecall keys add ada' }] });
  });

  it('stops at a key that AWS does not know', async () => {
    const { diagnose, fakeSts } = await start({ prod });
    fakeSts.failNext('getCallerIdentity', failure('key-invalid', 'AWS does not know this key.', 'Add it.'));
    const { status, checks } = await diagnose('prod');
    expect(status('identity')).toBe('failed');
    expect(checks.at(-1)?.id).toBe('clock');
    expect(fakeSts.calls.map(({ action }) => action)).toEqual(['getCallerIdentity']);
  });
});

it('stops at what AWS would refuse, by the name of its field', async () => {
  const { diagnose, fakeSts } = await start({ prod: { ...prod, external_id: 'x' } });
  expect((await diagnose('prod')).checks.at(-1)).toMatchObject({
    id: 'parameters',
    status: 'failed',
    why: expect.stringContaining('external_id'),
    fixes: [
      { command: 'rolecall config set prod external_id VALUE' },
      { command: 'rolecall config unset prod external_id' },
    ],
  });
  expect(fakeSts.calls).toEqual([]);
});

describe('without trying', () => {
  it('asks for no role', async () => {
    const { diagnose, fakeSts } = await start({ prod });
    expect((await diagnose('prod', false)).status('outcome')).toBe('unknown');
    expect(fakeSts.calls.map(({ action }) => action)).toEqual(['getCallerIdentity']);
  });

  it('goes by what happened last', async () => {
    const { diagnose, fakeSts, rolecall } = await start({ prod });
    fakeSts.failNext('assumeRole', refused);
    await rolecall.handlers.switchProfile(
      { profile: 'prod' },
      { door: 'popover', asker: { through: 'popover' }, signal: new AbortController().signal },
    );
    const { status, proposal } = await diagnose('prod', false);
    expect(status('outcome')).toBe('failed');
    expect(proposal).toBeDefined();
    expect(fakeSts.calls.filter(({ action }) => action === 'assumeRole')).toHaveLength(1);
  });
});

describe('a refused role', () => {
  it('is looked at from every side, with the trust policy that would admit the caller', async () => {
    const { diagnose, fakeSts } = await start({ prod: { ...prod, external_id: 'acme', region: 'eu-west-1' } });
    fakeSts.failNext('assumeRole', refused);
    const { checks, failure: why, proposal } = await diagnose('prod');
    expect(Object.fromEntries(checks.map(({ id, status }) => [id, status]))).toEqual({
      plan: 'passed',
      key: 'passed',
      identity: 'passed',
      outcome: 'failed',
      mfa: 'unknown',
      'external-id': 'unknown',
      'session-name': 'passed',
      'source-identity': 'unknown',
      tags: 'passed',
      partition: 'passed',
      region: 'passed',
      duration: 'passed',
      clock: 'passed',
    });
    expect(why?.causes?.length).toBeGreaterThan(2);
    expect(JSON.parse(proposal?.trustPolicy ?? '').Statement[0]).toMatchObject({
      Principal: { AWS: userArn },
      Condition: { StringEquals: { 'sts:ExternalId': 'acme' } },
    });
  });

  it.each<[string, Record<string, string>, string, string, RegExp]>([
    ['a region of another partition', { region: 'cn-north-1' }, 'region', 'failed', /in aws-cn, and the role in aws/],
    ['a region that is none', { region: 'mars-east-1' }, 'region', 'failed', /is not the name of a region/],
    ['a role of another partition', { role_arn: roleArn.replace('aws', 'aws-cn') }, 'partition', 'failed', /aws-cn/],
    ['an ARN that is no role', { role_arn: roleArn.replace('role/', 'user/') }, 'partition', 'failed', /not the ARN/],
    [
      'a role of the same account',
      { role_arn: userArn.replace('user/ada', 'role/A') },
      'external-id',
      'passed',
      /None is/,
    ],
    ['a source identity', { source_identity: 'ada' }, 'source-identity', 'passed', /sets "ada"/],
  ])('with %s', async (_name, change, id, status, text) => {
    const { diagnose, fakeSts } = await start({ prod: { ...prod, ...change } });
    fakeSts.failNext('assumeRole', { ...refused, roleArn: change.role_arn ?? roleArn });
    const seen = await diagnose('prod');
    expect([seen.status(id), seen.why(id)]).toEqual([status, expect.stringMatching(text)]);
  });

  it('proposes what tags and a source identity need, also those of the roles before', async () => {
    const { diagnose, fakeSts } = await start({
      first: {
        role_arn: 'arn:aws:iam::012345678901:role/First',
        source_profile: 'ada',
        rolecall_source_identity: '{user}@work',
        rolecall_session_tags: 'Project=a,Team=b',
        rolecall_transitive_session_tags: 'Project',
      },
      prod: { ...prod, source_profile: 'first', rolecall_session_tags: 'Cost=c' },
    });
    await diagnose('first');
    fakeSts.failNext('assumeRole', refused);
    const { proposal, why } = await diagnose('prod');
    expect(JSON.parse(proposal?.trustPolicy ?? '').Statement[0]).toMatchObject({
      Action: ['sts:AssumeRole', 'sts:TagSession', 'sts:SetSourceIdentity'],
      Condition: { 'ForAllValues:StringEquals': { 'aws:TagKeys': ['Project', 'Cost'] } },
    });
    expect(why('tags')).toContain('Cost are sent');
    expect(why('session-name')).toContain('It is "rolecall-ada"');
  });

  it("offers the user's one device where the profile names none", async () => {
    const { diagnose, fakeSts, fakeIam } = await start({ prod });
    fakeIam.devices.push({ serialNumber: 'arn:aws:iam::012345678901:mfa/phone', userName: 'ada' });
    fakeSts.failNext('assumeRole', refused);
    const mfa = (await diagnose('prod')).checks.find(({ id }) => id === 'mfa');
    expect(mfa).toMatchObject({
      status: 'unknown',
      fixes: [{ command: 'rolecall config set prod mfa_serial arn:aws:iam::012345678901:mfa/phone' }],
    });
  });

  it('further down a chain, speaks of the role that asked', async () => {
    const { diagnose, fakeSts } = await start({
      first: { role_arn: 'arn:aws:iam::012345678901:role/team/First', source_profile: 'ada' },
      prod: { ...prod, source_profile: 'first' },
    });
    await diagnose('first');
    fakeSts.failNext('assumeRole', refused);
    const { proposal, status } = await diagnose('prod');
    expect(status('session-1')).toBe('passed');
    expect(JSON.parse(proposal?.trustPolicy ?? '').Statement[0].Principal).toEqual({
      AWS: 'arn:aws:iam::012345678901:role/team/First',
    });
  });
});

it('every surface gets the explanation: the list, a command, the console', async () => {
  const { rolecall, fakeSts } = await start({ prod });
  const context = { door: 'popover', asker: { through: 'popover' }, signal: new AbortController().signal } as const;
  fakeSts.failNext('assumeRole', refused);
  const switched = await rolecall.handlers.switchProfile({ profile: 'prod' }, context);
  expect(switched).toMatchObject({ ok: false, failure: { fixes: [{ label: 'Why?' }, { label: 'Try again' }] } });
  expect(rolecall.states.view().byProfile.prod).toMatchObject({
    state: 'failed',
    failure: { causes: expect.any(Array) },
  });
  fakeSts.failNext('getFederationToken', failure('key-invalid', 'AWS does not know this key.', 'Add it.'));
  const opened = await rolecall.handlers.openConsole({ profile: 'ada' }, context);
  expect(opened).toMatchObject({ ok: false, failure: { fixes: [{ command: 'rolecall keys add ada' }] } });
});
