import { describe, expect, it, vi } from 'vitest';
import { type CallName, calls } from '../contract.ts';
import type { CallContext } from '../dispatch.ts';
import { failure } from '../failure.ts';
import { mfaSerial } from '../fakes/chains.ts';
import { createFakeWorld } from '../fakes/fake-world.ts';
import { createRolecall } from '../rolecall.ts';
import { auditRules } from './rules.ts';

const roleArn = 'arn:aws:iam::012345678901:role/Reader';
const full = failure('audit-failed', 'The disk is full.', 'Make room.');

async function setUp() {
  const fake = createFakeWorld({
    reader: { role_arn: roleArn, source_profile: 'bob', source_identity: 'bob' },
    guarded: { role_arn: roleArn, source_profile: 'bob', mfa_serial: mfaSerial },
    bob: { region: 'us-east-1' },
  });
  const rolecall = createRolecall(fake.world);
  await rolecall.start();
  const context: CallContext = {
    door: 'socket',
    asker: { through: 'credential-process', program: { name: 'aws', pid: 7, path: '/usr/bin/aws' }, uid: 1000 },
    signal: new AbortController().signal,
  };
  const key = { profile: 'bob', accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'canary-base-secret' };
  expect(await rolecall.handlers.addAccessKey(key, context)).toMatchObject({ ok: true });
  return { ...fake, rolecall, handlers: rolecall.handlers, context, written: fake.fakeAudit.entries };
}

describe('a hand-out', () => {
  it('is written down with who asked, for what, and which credentials', async () => {
    const { handlers, context, written } = await setUp();
    expect(await handlers.credentials({ profile: 'reader' }, context)).toMatchObject({ ok: true });
    expect(written.at(-1)).toMatchObject({
      time: '2026-01-01T00:00:00.000Z',
      event: 'credentials',
      outcome: 'ok',
      door: 'socket',
      asker: { through: 'credential-process', program: { name: 'aws', pid: 7, path: '/usr/bin/aws' }, uid: 1000 },
      profile: 'reader',
      roleArn,
      sessionName: expect.stringMatching(/./),
      sourceIdentity: 'bob',
      accessKeyId: expect.stringMatching(/^ASIA/),
      requestId: expect.stringMatching(/./),
      assumedRoleId: expect.stringMatching(/^AROA/),
      expiresAt: '2026-01-01T01:00:00.000Z',
      durationSeconds: 3600,
    });
  });

  it('of the active profile names that profile', async () => {
    const { handlers, context, written } = await setUp();
    await handlers.switchProfile({ profile: 'reader' }, context);
    expect(written.at(-1)).toMatchObject({ event: 'switch', profile: 'reader', outcome: 'ok' });
    await handlers.credentials({}, context);
    expect(written.at(-1)).toMatchObject({ event: 'credentials', profile: 'reader' });
  });

  it('is refused when it cannot be written down, by each of the ways out', async () => {
    const { handlers, context, fakeAudit, opened } = await setUp();
    fakeAudit.breakWith(full);
    expect(await handlers.credentials({ profile: 'reader' }, context)).toEqual({ ok: false, failure: full });
    expect(await handlers.consoleLink({ profile: 'reader' }, context)).toEqual({ ok: false, failure: full });
    expect(await handlers.consoleLink({ profile: 'bob' }, context)).toEqual({ ok: false, failure: full });
    expect(await handlers.openConsole({ profile: 'reader' }, context)).toEqual({ ok: false, failure: full });
    expect(opened).toEqual([]);
    fakeAudit.breakWith(undefined);
    expect(await handlers.openConsole({ profile: 'reader' }, context)).toMatchObject({ ok: true });
  });

  it('of a seed is refused, too, when it cannot be written down', async () => {
    const { handlers, context, fakeAudit, rolecall } = await setUp();
    rolecall.mfa.onChange((question) => {
      if (question && !question.checking) rolecall.mfa.answer(question.id, '123456');
    });
    const started = await handlers.startMfaEnrolment({ profile: 'bob' }, context);
    if (!started.ok) throw new Error(started.failure.message);
    fakeAudit.breakWith(full);
    const { id } = started.value;
    expect(await handlers.mfaEnrolmentSecret({ id }, context)).toEqual({ ok: false, failure: full });
    fakeAudit.breakWith(undefined);
    expect(await handlers.mfaEnrolmentSecret({ id }, context)).toMatchObject({ ok: true });
  });

  it('that failed is written down with the reason', async () => {
    const { handlers, context, written, fakeSts } = await setUp();
    const refusal = { awsCode: 'AccessDenied', requestId: 'r-1', profile: 'reader' };
    fakeSts.failNext('assumeRole', failure('not-authorized', 'No.', 'Ask.', refusal));
    await handlers.credentials({ profile: 'reader' }, context);
    expect(written.at(-1)).toMatchObject({
      event: 'credentials',
      outcome: 'failed',
      profile: 'reader',
      failure: { kind: 'not-authorized', awsCode: 'AccessDenied' },
      requestId: 'r-1',
    });
    await handlers.credentials({}, context);
    expect(written.at(-1)).toMatchObject({ outcome: 'failed', failure: { kind: 'no-active-profile' } });
  });

  it('of a console link says what was opened, and not the link', async () => {
    const { handlers, context, written } = await setUp();
    await handlers.openConsole({ profile: 'reader', service: 'ec2', region: 'eu-west-1' }, context);
    expect(written.at(-1)).toMatchObject({
      event: 'console-open',
      detail: 'ec2 eu-west-1',
      accessKeyId: expect.stringMatching(/^ASIA/),
    });
    await handlers.consoleLink({ profile: 'bob' }, context);
    expect(written.at(-1)).toMatchObject({
      event: 'console-link',
      profile: 'bob',
      accessKeyId: expect.stringMatching(/^ASIA/),
    });
  });
});

describe('the log', () => {
  it('holds acts that give nothing away as well, and no secret', async () => {
    const { handlers, context, written } = await setUp();
    await handlers.credentials({ profile: 'reader' }, context);
    await handlers.openConsole({ profile: 'reader' }, context);
    await handlers.consoleLink({ profile: 'bob' }, context);
    await handlers.credentials({ profile: 'guarded', mfaCode: '987654' }, context);
    await handlers.signOut({}, context);
    await handlers.applyFileEdit({ edit: { kind: 'adopt', profile: 'reader' } }, context);
    await handlers.removeAccessKey({ profile: 'bob' }, context);
    expect(written.map(({ event }) => event)).toEqual([
      'key-added',
      'credentials',
      'console-open',
      'console-link',
      'credentials',
      'sign-out',
      'file-edit',
      'key-removed',
    ]);
    const text = JSON.stringify(written);
    for (const secret of ['canary', 'temporary-secret', 'session-token', 'signin.example', '987654'])
      expect(text).not.toContain(secret);
  });

  it('says who read an organisation, and who changed how an account is told apart', async () => {
    const { handlers, context, written } = await setUp();
    await handlers.changeAccount({ accountId: '012345678901', name: 'sandbox', colour: 'none' }, context);
    expect(written.at(-1)).toMatchObject({ event: 'settings', detail: 'account 012345678901', outcome: 'ok' });
    await handlers.readOrganisation({ session: 'corp', anew: false }, context);
    expect(written.at(-1)).toMatchObject({ event: 'organisation-read', outcome: 'failed', asker: { uid: 1000 } });
  });

  it('does not stop what gives nothing away when it cannot be written', async () => {
    const { handlers, context, fakeAudit } = await setUp();
    await handlers.credentials({ profile: 'reader' }, context);
    fakeAudit.breakWith(full);
    expect(await handlers.switchProfile({ profile: 'reader' }, context)).toMatchObject({ ok: true });
    expect(await handlers.signOut({}, context)).toMatchObject({ ok: true });
  });

  it('has a rule for each call, and calls with a secret in their answer hand out', () => {
    expect(Object.keys(auditRules).sort()).toEqual(Object.keys(calls).sort());
    const handingOut = (Object.keys(calls) as CallName[]).filter((name) => auditRules[name]?.handsOut);
    expect(handingOut.sort()).toEqual([
      'consoleLink',
      'copyConsoleLink',
      'copyCredentials',
      'credentials',
      'mfaEnrolmentSecret',
      'openConsole',
      'startMfaEnrolment',
    ]);
  });

  it('is written before the answer leaves', async () => {
    const { handlers, context, world, written } = await setUp();
    const { append } = world.audit;
    let release = () => {};
    const gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    const reached = vi.fn();
    Object.assign(world.audit, {
      async append(...entry: Parameters<typeof append>) {
        reached();
        await gate;
        return append(...entry);
      },
    });
    const answered = vi.fn();
    const asked = handlers.credentials({ profile: 'reader' }, context).then(answered);
    await vi.waitFor(() => expect(reached).toHaveBeenCalled());
    expect(answered).not.toHaveBeenCalled();
    release();
    await asked;
    expect(written.at(-1)).toMatchObject({ event: 'credentials' });
  });
});
