import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { billingExternalId } from '../../e2e/sandbox/default-seed.ts';
import { createSandbox, type Sandbox } from '../../e2e/sandbox/sandbox.ts';
import { createSignIn } from './sign-in.ts';
import { createSts } from './sts.ts';

let aws: Sandbox;
beforeEach(async () => {
  aws = await createSandbox();
});
afterEach(() => aws.close());

const context = { profile: 'p', region: 'eu-west-1' };
const sts = () => createSts({ env: aws.environment });
const role = (name: string) => ({ roleArn: aws.role(name).arn, roleSessionName: 'ada' });
/** A code that was not used yet: the sandbox takes each once, as AWS does. */
function freshCode() {
  aws.clock.advance(30_000);
  return { mfaSerial: aws.user('ada').mfaSerial, mfaCode: aws.totp('ada') };
}
const kind = (of: string) => ({ ok: false, failure: { kind: of, profile: 'p' } });

describe('STS of the sandbox, which checks what AWS checks', () => {
  it('knows who signs', async () => {
    const ada = aws.user('ada');
    expect(await sts().getCallerIdentity(ada, context)).toEqual({
      ok: true,
      value: { arn: ada.arn, accountId: ada.accountId },
    });
  });

  it('takes one code for a session, and the session for roles', async () => {
    const ada = aws.user('ada');
    const session = await sts().getSessionToken(freshCode(), ada, context);
    if (!session.ok) throw new Error(session.failure.message);
    const assumed = await sts().assumeRole({ ...role('Developer'), durationSeconds: 3600 }, session.value, context);
    expect(assumed).toMatchObject({ ok: true, value: { arn: expect.stringContaining(':assumed-role/Developer/ada') } });
    const longer = await sts().assumeRole({ ...role('Developer'), durationSeconds: 7200 }, session.value, context);
    expect(longer).toMatchObject(kind('chaining-limit'));
  });

  it('explains each refusal', async () => {
    const [ada, bob] = [aws.user('ada'), aws.user('bob')];
    const code = freshCode();
    expect(await sts().assumeRole({ ...role('Developer'), ...code }, ada, context)).toMatchObject({ ok: true });
    expect(await sts().assumeRole({ ...role('Developer'), ...code }, ada, context)).toMatchObject(
      kind('mfa-wrong-code'),
    );
    const wrongDevice = { ...freshCode(), mfaSerial: `${ada.mfaSerial}x` };
    expect(await sts().assumeRole({ ...role('Developer'), ...wrongDevice }, ada, context)).toMatchObject(
      kind('mfa-device'),
    );

    const without = await sts().assumeRole(role('Developer'), ada, context);
    expect(without).toMatchObject({
      failure: { kind: 'not-authorized', message: expect.stringContaining('no MFA code') },
    });
    const billing = await sts().assumeRole(role('BillingReader'), ada, context);
    expect(billing).toMatchObject({ failure: { message: expect.stringContaining('no external id') } });
    const withId = { ...role('BillingReader'), externalId: billingExternalId };
    expect(await sts().assumeRole(withId, ada, context)).toMatchObject({ ok: true });
    expect(await sts().assumeRole(role('Auditor'), bob, context)).toMatchObject(kind('not-authorized'));

    const long = { ...role('ReadOnly'), durationSeconds: 43_200 };
    expect(await sts().assumeRole(long, ada, context)).toMatchObject(kind('duration-too-long'));
    expect(await sts().getCallerIdentity({ ...ada, secretAccessKey: 'x' }, context)).toMatchObject(
      kind('secret-wrong'),
    );
    const unknown = { ...ada, accessKeyId: 'AKIAUNKNOWN00EXAMPLE' };
    expect(await sts().getCallerIdentity(unknown, context)).toMatchObject(kind('key-invalid'));
    const disabled = await sts().assumeRole(role('ReadOnly'), ada, { ...context, region: 'eu-south-2' });
    expect(disabled).toMatchObject(kind('region-disabled'));
  });

  it('notices an expired source, and corrects a clock that is off', async () => {
    const ada = aws.user('ada');
    const session = await sts().getSessionToken({ durationSeconds: 900 }, ada, context);
    if (!session.ok) throw new Error(session.failure.message);
    aws.clock.advance(901_000);
    // The clock is fifteen minutes off now, too: the SDK measures that and tries again.
    expect(await sts().getCallerIdentity(ada, context)).toMatchObject({ ok: true });
    expect(await sts().assumeRole(role('ReadOnly'), session.value, context)).toMatchObject(kind('source-expired'));
  });

  it('tries again where it is safe, and never with a code', async () => {
    const ada = aws.user('ada');
    aws.faults.add({ kind: 'error', status: 503, code: 'ServiceUnavailable', message: '', times: 2 });
    expect(await sts().getCallerIdentity(ada, context)).toMatchObject({ ok: true });
    aws.faults.add({ kind: 'drop', when: 'after' });
    const count = aws.requests().length;
    expect(await sts().assumeRole({ ...role('Developer'), ...freshCode() }, ada, context)).toMatchObject(
      kind('network'),
    );
    expect(aws.requests().length - count).toBe(1);
  });

  it('gives up on one that never answers', async () => {
    aws.faults.add({ kind: 'hang' });
    const result = await createSts({ env: aws.environment, deadlineMs: 100 }).getCallerIdentity(
      aws.user('ada'),
      context,
    );
    expect(result).toMatchObject(kind('timeout'));
  });
});

describe('console sign-in of the sandbox', () => {
  it('takes a role’s credentials and shows who is signed in', async () => {
    const assumed = await sts().assumeRole(role('ReadOnly'), aws.user('ada'), context);
    if (!assumed.ok) throw new Error(assumed.failure.message);
    const signIn = createSignIn({ env: aws.environment });
    const link = await signIn.consoleLink(assumed.value, { partition: 'aws', service: 'ec2', profile: 'p' });
    if (!link.ok) throw new Error(link.failure.message);
    const page = await fetch(link.value);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('ReadOnly');
  });

  it('refuses a user’s session', async () => {
    const session = await sts().getSessionToken({}, aws.user('ada'), context);
    if (!session.ok) throw new Error(session.failure.message);
    const signIn = createSignIn({ env: aws.environment });
    expect(await signIn.consoleLink(session.value, { partition: 'aws', profile: 'p' })).toMatchObject(
      kind('sign-in-refused'),
    );
  });
});
