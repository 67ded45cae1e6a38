import { expect } from '../harness/test.ts';
import { waitForNextCode } from '../harness/totp.ts';
import { mainAccount } from '../sandbox/default-accounts.ts';
import type { Lines, RuleRow, Tools } from './row.ts';

const byAction = ({ requests }: Tools, action: string) => requests().filter((request) => request.action === action);
const last = (tools: Tools, action: string) => byAction(tools, action).at(-1);
const leftSeconds = (expiration: string | number, { sandbox }: Tools) =>
  Math.round((new Date(expiration).getTime() - sandbox.clock.now()) / 1000);

/** A rule that each of these lines is refused, by the name of its field and before AWS is asked. */
function refusedHere(id: string, about: string, field: string, bad: readonly Lines[]): RuleRow {
  const names = bad.map((_, at) => `${id}-${at}`);
  return {
    id,
    title: `what AWS would refuse of ${field} is refused here`,
    about,
    others: ({ user, role }) =>
      Object.fromEntries(
        bad.map((lines, at) => [`${id}-${at}`, { role_arn: role('Open'), source_profile: user, ...lines }]),
      ),
    proves: async ({ cli, requests }) => {
      for (const [at, name] of names.entries()) {
        const { failure } = await cli(['switch', name]);
        expect(failure, JSON.stringify(bad[at])).toMatchObject({
          kind: 'parameter-invalid',
          message: expect.stringContaining(field),
        });
      }
      expect(requests()).toEqual([]);
    },
  };
}

const long = (length: number) => 'x'.repeat(length);
const list = (length: number, item: (at: number) => string) => Array.from({ length }, (_, at) => item(at)).join(',');
const readOnly = 'arn:aws:iam::aws:policy/ReadOnlyAccess';
const narrow = (action: string) =>
  JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: action, Resource: '*' }] });

/** Every rule of the STS section of AWS-RULES.md that a program can keep or break. */
export const ruleRows: readonly RuleRow[] = [
  {
    id: 'default-duration',
    title: 'a role without duration_seconds is asked for an hour',
    about: 'DurationSeconds 900–43200, default 3600',
    proves: async (tools) => {
      const { expiresAt } = await tools.cli(['switch', 'default-duration']);
      expect(last(tools, 'AssumeRole')?.parameters).toMatchObject({ DurationSeconds: '3600' });
      expect(Math.abs(leftSeconds(expiresAt, tools) - 3600)).toBeLessThan(60);
    },
  },
  {
    id: 'longest-duration',
    title: 'a role may be asked for twelve hours',
    about: 'DurationSeconds 900–43200, default 3600',
    profile: () => ({ duration_seconds: '43200' }),
    proves: async (tools) => {
      const { expiresAt } = await tools.cli(['switch', 'longest-duration']);
      expect(Math.abs(leftSeconds(expiresAt, tools) - 43_200)).toBeLessThan(60);
    },
  },
  {
    id: 'session-name',
    title: 'role_session_name is sent as it stands, and a trust policy that demands it admits',
    about: 'RoleSessionName 2–64',
    profile: ({ role }) => ({ role_arn: role('Named'), role_session_name: 'agreed-name' }),
    proves: async (tools) => {
      expect(await tools.cli(['switch', 'session-name'])).toMatchObject({
        arn: expect.stringMatching(/\/agreed-name$/),
      });
    },
  },
  {
    id: 'session-name-default',
    title: 'without one the name is of AWS’s alphabet',
    about: 'RoleSessionName 2–64',
    proves: async (tools) => {
      await tools.cli(['switch', 'session-name-default']);
      expect(last(tools, 'AssumeRole')?.parameters.RoleSessionName).toMatch(/^[\w+=,.@-]{2,64}$/);
    },
  },
  {
    id: 'external-id',
    title: 'external_id is sent, and a trust policy that demands it admits',
    about: 'ExternalId 2–1224',
    profile: ({ role }) => ({ role_arn: role('WithExternalId'), external_id: 'agreed' }),
    proves: async (tools) => {
      expect(await tools.cli(['switch', 'external-id'])).toMatchObject({ profile: 'external-id' });
      expect(last(tools, 'AssumeRole')?.parameters).toMatchObject({ ExternalId: 'agreed' });
    },
  },
  {
    id: 'source-identity',
    title: 'source_identity is sent, and stays for the whole chain',
    about: 'SourceIdentity 2–64',
    others: ({ user, role }) => ({
      'source-identity-first': {
        role_arn: role('Identified'),
        source_profile: user,
        source_identity: 'agreed-identity',
      },
    }),
    profile: ({ role }) => ({ role_arn: role('Identified'), source_profile: 'source-identity-first' }),
    proves: async (tools) => {
      expect(await tools.cli(['switch', 'source-identity'])).toMatchObject({ profile: 'source-identity' });
      const [first, second] = byAction(tools, 'AssumeRole');
      expect(first?.parameters).toMatchObject({ SourceIdentity: 'agreed-identity' });
      // The second role admits only who has it: AWS carried it on.
      expect(second?.parameters.SourceIdentity).toBeUndefined();
    },
  },
  {
    id: 'serial-with-code',
    title: 'a serial number goes only together with its code',
    about: 'SerialNumber 9–256',
    profile: ({ serial }) => ({ mfa_serial: serial, duration_seconds: '7200' }),
    proves: async (tools) => {
      await tools.cli(['switch', 'serial-with-code', '--mfa-code-stdin'], await tools.code());
      expect(last(tools, 'AssumeRole')?.parameters).toMatchObject({
        SerialNumber: tools.own.serial,
        TokenCode: '(not recorded)',
      });
    },
  },
  {
    id: 'six-digits',
    title: 'what is not six digits is no code, and is not sent',
    about: 'TokenCode six digits',
    profile: ({ serial }) => ({ mfa_serial: serial }),
    proves: async (tools) => {
      for (const code of ['12345', '1234567', '12345a', '']) {
        const { failure } = await tools.cli(['switch', 'six-digits', '--mfa-code-stdin'], code);
        expect(failure).toMatchObject({ kind: 'bad-input', message: expect.stringContaining('not an MFA code') });
      }
      expect(tools.requests()).toEqual([]);
    },
  },
  {
    id: 'chained-hour',
    title: 'a chained role is asked for an hour at most, and gets it',
    about: 'A role assumed with role credentials is limited to 3600 s',
    others: ({ user, role }) => ({ 'chained-hour-first': { role_arn: role('Open'), source_profile: user } }),
    profile: ({ role }) => ({ role_arn: role('ForOpenOnly'), source_profile: 'chained-hour-first' }),
    proves: async (tools) => {
      const { expiresAt } = await tools.cli(['switch', 'chained-hour']);
      expect(byAction(tools, 'AssumeRole').map(({ parameters }) => parameters.DurationSeconds)).toEqual([
        '3600',
        '3600',
      ]);
      expect(leftSeconds(expiresAt, tools)).toBeLessThanOrEqual(3600);
    },
  },
  {
    id: 'session-token-hour',
    title: 'a role assumed from an MFA session is asked for an hour at most',
    about: 'Credentials from GetSessionToken give the same error',
    profile: ({ serial }) => ({ mfa_serial: serial }),
    proves: async (tools) => {
      await tools.cli(['switch', 'session-token-hour', '--mfa-code-stdin'], await tools.code());
      expect(last(tools, 'AssumeRole')?.parameters).toMatchObject({ DurationSeconds: '3600' });
    },
  },
  {
    id: 'one-code-for-all',
    title: 'an hour or less: one code opens a session that serves every role of the user',
    about: 'So there are two plans for a role',
    profile: ({ serial }) => ({ mfa_serial: serial }),
    others: ({ user, role, serial }) => ({
      'one-code-second': { role_arn: role('Hour'), source_profile: user, mfa_serial: serial },
    }),
    proves: async (tools) => {
      await tools.cli(['switch', 'one-code-for-all', '--mfa-code-stdin'], await tools.code());
      expect(await tools.cli(['switch', 'one-code-second'])).toMatchObject({ profile: 'one-code-second' });
      expect(byAction(tools, 'GetSessionToken')).toHaveLength(1);
      expect(byAction(tools, 'AssumeRole').map(({ parameters }) => parameters.TokenCode)).toEqual([
        undefined,
        undefined,
      ]);
    },
  },
  {
    id: 'own-code',
    title: 'more than an hour: the role gets a code of its own, and no session before it',
    about: 'So there are two plans for a role',
    profile: ({ serial, role }) => ({ mfa_serial: serial, duration_seconds: '7200', role_arn: role('TwoHours') }),
    proves: async (tools) => {
      const { expiresAt } = await tools.cli(['switch', 'own-code', '--mfa-code-stdin'], await tools.code());
      expect(Math.abs(leftSeconds(expiresAt, tools) - 7200)).toBeLessThan(60);
      expect(byAction(tools, 'GetSessionToken')).toEqual([]);
    },
  },
  {
    id: 'asked-duration',
    title: 'a person may ask for more than the file says, and gets a code of its own for it',
    about: 'So there are two plans for a role',
    profile: ({ serial, role }) => ({ mfa_serial: serial, role_arn: role('TwoHours') }),
    proves: async (tools) => {
      const argv = ['switch', 'asked-duration', '--duration', '2h', '--mfa-code-stdin'];
      const { expiresAt } = await tools.cli(argv, await tools.code());
      expect(Math.abs(leftSeconds(expiresAt, tools) - 7200)).toBeLessThan(60);
      expect(byAction(tools, 'GetSessionToken')).toEqual([]);
      await tools.cli(['credentials', 'asked-duration']);
      expect(byAction(tools, 'AssumeRole')).toHaveLength(1);
    },
  },
  {
    id: 'maximum-learned',
    title: 'a role’s maximum is learned from the refusal, an hour asked for at once, and both remembered',
    about: 'Learn a role',
    profile: ({ role }) => ({ duration_seconds: '7200', role_arn: role('HourAtMost') }),
    proves: async (tools) => {
      const { durationSeconds } = await tools.cli(['switch', 'maximum-learned']);
      expect(durationSeconds).toBe(3600);
      await tools.cli(['sign-out', 'maximum-learned']);
      await tools.cli(['switch', 'maximum-learned']);
      expect(byAction(tools, 'AssumeRole').map(({ parameters }) => parameters.DurationSeconds)).toEqual([
        '7200',
        '3600',
        '3600',
      ]);
    },
  },
  {
    id: 'maximum-with-code',
    title: 'a code that was sent with too long a duration is spent; the next opens the shorter session',
    about: 'Never retry a code',
    profile: ({ serial, role }) => ({ duration_seconds: '7200', mfa_serial: serial, role_arn: role('HourWithCode') }),
    proves: async (tools) => {
      const argv = ['switch', 'maximum-with-code', '--mfa-code-stdin'];
      const { failure } = await tools.cli(argv, await tools.code());
      expect(failure).toMatchObject({ kind: 'duration-too-long', remedy: expect.stringContaining('next code') });
      expect(byAction(tools, 'AssumeRole')).toHaveLength(1);
      waitForNextCode(tools.sandbox);
      expect(await tools.cli(argv, await tools.code())).toMatchObject({ durationSeconds: 3600 });
      expect(byAction(tools, 'AssumeRole').map(({ parameters }) => parameters.TokenCode)).toEqual([
        '(not recorded)',
        undefined,
      ]);
    },
  },
  {
    id: 'chained-cut',
    title: 'a chained role that names a longer duration is asked for an hour; a person who asks for more is told',
    about: 'A role assumed with role credentials is limited to 3600 s',
    others: ({ user, role }) => ({ 'chained-cut-first': { role_arn: role('Open'), source_profile: user } }),
    profile: ({ role }) => ({
      role_arn: role('ForOpenOnly'),
      source_profile: 'chained-cut-first',
      duration_seconds: '7200',
    }),
    proves: async (tools) => {
      expect(await tools.cli(['switch', 'chained-cut', '--duration', '2h'])).toMatchObject({
        failure: { kind: 'chaining-limit' },
      });
      expect(tools.requests()).toEqual([]);
      expect(await tools.cli(['switch', 'chained-cut'])).toMatchObject({ durationSeconds: 3600 });
    },
  },
  {
    id: 'session-token-duration',
    title: 'the MFA session is asked for twelve hours, signed by the long-term key',
    about: '900–129600 s, default 43200; root user 3600 at most',
    profile: ({ serial }) => ({ mfa_serial: serial }),
    proves: async (tools) => {
      await tools.cli(['switch', 'session-token-duration', '--mfa-code-stdin'], await tools.code());
      expect(last(tools, 'GetSessionToken')?.parameters).toMatchObject({ DurationSeconds: '43200' });
    },
  },
  {
    id: 'root-session',
    title: 'what AWS cuts for the root user is believed, not what was asked for',
    about: '900–129600 s, default 43200; root user 3600 at most',
    isRoot: true,
    proves: async (tools) => {
      const { expiresAt } = await tools.cli(['switch', tools.own.user]);
      expect(Math.abs(leftSeconds(expiresAt, tools) - 3600)).toBeLessThan(60);
    },
  },
  {
    id: 'long-term-only',
    title: 'GetSessionToken is signed by the long-term key, never by a session',
    about: 'Long-term keys only',
    profile: ({ serial }) => ({ mfa_serial: serial }),
    proves: async (tools) => {
      await tools.cli(['switch', 'long-term-only', '--mfa-code-stdin'], await tools.code());
      await tools.cli(['switch', tools.own.user]);
      expect(byAction(tools, 'GetSessionToken').map(({ accessKeyId }) => accessKeyId)).not.toContainEqual(
        expect.stringMatching(/^ASIA/),
      );
    },
  },
  {
    id: 'user-console',
    title: 'a user’s session cannot open the console, so GetFederationToken is asked instead',
    about: 'The result can call IAM only when MFA was given, and in STS only AssumeRole and GetCallerIdentity',
    proves: async (tools) => {
      const { url } = await tools.cli(['console', tools.own.user, '--print']);
      expect(url).toContain('Action=login');
      expect(byAction(tools, 'GetFederationToken')).toHaveLength(1);
      expect(byAction(tools, 'GetSessionToken')).toEqual([]);
      // SessionDuration is refused for federated users.
      expect(last(tools, 'getSigninToken')?.parameters.SessionDuration).toBeUndefined();
    },
  },
  {
    id: 'console-duration',
    title: 'the console of a role assumed with a long-term key lasts as long as the role',
    about: 'Long-term keys only',
    profile: () => ({ duration_seconds: '7200' }),
    proves: async (tools) => {
      await tools.cli(['console', 'console-duration', '--print']);
      expect(Number(last(tools, 'getSigninToken')?.parameters.SessionDuration)).toBeGreaterThan(7000);
      expect(last(tools, 'getSigninToken')?.status).toBe(200);
    },
  },
  {
    id: 'console-chained',
    title: 'the console of a chained role is asked for no duration, or AWS would answer 400',
    about: 'A role assumed with role credentials is limited to 3600 s',
    others: ({ user, role }) => ({ 'console-chained-first': { role_arn: role('Open'), source_profile: user } }),
    profile: ({ role }) => ({ role_arn: role('ForOpenOnly'), source_profile: 'console-chained-first' }),
    proves: async (tools) => {
      await tools.cli(['console', 'console-chained', '--print']);
      expect(last(tools, 'getSigninToken')).toMatchObject({ status: 200 });
      expect(last(tools, 'getSigninToken')?.parameters.SessionDuration).toBeUndefined();
    },
  },
  {
    id: 'console-after-mfa',
    title: 'so is that of a role assumed from an MFA session',
    about: 'Credentials from GetSessionToken give the same error',
    profile: ({ serial }) => ({ mfa_serial: serial }),
    proves: async (tools) => {
      await tools.cli(['console', 'console-after-mfa', '--print', '--mfa-code-stdin'], await tools.code());
      expect(last(tools, 'getSigninToken')).toMatchObject({ status: 200 });
      expect(last(tools, 'getSigninToken')?.parameters.SessionDuration).toBeUndefined();
    },
  },
  {
    id: 'code-once',
    title: 'a code that was sent is not sent again, whichever profile it is for',
    about: 'Each TOTP code works once, across all calls',
    profile: ({ serial }) => ({ mfa_serial: serial, duration_seconds: '7200' }),
    others: ({ user, role, serial }) => ({
      'code-once-second': {
        role_arn: role('TwoHours'),
        source_profile: user,
        mfa_serial: serial,
        duration_seconds: '7200',
      },
    }),
    proves: async (tools) => {
      const code = await tools.code();
      await tools.cli(['switch', 'code-once', '--mfa-code-stdin'], code);
      const { failure } = await tools.cli(['switch', 'code-once-second', '--mfa-code-stdin'], code);
      expect(failure).toMatchObject({ kind: 'mfa-code-used' });
      expect(byAction(tools, 'AssumeRole')).toHaveLength(1);
    },
  },
  {
    id: 'code-not-retried',
    title: 'a request that carries a code is sent once, whatever comes back',
    about: 'Never retry a code',
    profile: ({ serial }) => ({ mfa_serial: serial, duration_seconds: '7200' }),
    proves: async (tools) => {
      for (const fault of [
        { kind: 'throttle' },
        { kind: 'error', status: 503, code: 'ServiceUnavailable', message: '' },
        { kind: 'drop', when: 'after' },
      ] as const) {
        const before = byAction(tools, 'AssumeRole').length;
        const stop = tools.sandbox.faults.add({ ...fault, service: 'sts', action: 'AssumeRole' });
        await tools.cli(['switch', 'code-not-retried', '--mfa-code-stdin'], '123456');
        stop();
        expect(byAction(tools, 'AssumeRole').length - before, fault.kind).toBeLessThanOrEqual(1);
      }
      expect(byAction(tools, 'AssumeRole').length).toBeGreaterThan(0);
    },
  },
  {
    id: 'code-unanswered',
    title: 'a code that AWS never saw is still good',
    about: 'A code counts as used only if STS answered',
    profile: ({ serial }) => ({ mfa_serial: serial, duration_seconds: '7200' }),
    proves: async (tools) => {
      const code = await tools.code();
      tools.sandbox.faults.add({ kind: 'drop', service: 'sts', action: 'AssumeRole', times: 1 });
      const { failure } = await tools.cli(['switch', 'code-unanswered', '--mfa-code-stdin'], code);
      expect(failure).toMatchObject({ kind: 'network' });
      expect(await tools.cli(['switch', 'code-unanswered', '--mfa-code-stdin'], code)).toMatchObject({
        profile: 'code-unanswered',
      });
    },
  },
  {
    id: 'codes-in-turn',
    title: 'two requests that need a code are served one after the other, by one code',
    about: 'Serialise prompts',
    profile: ({ serial }) => ({ mfa_serial: serial }),
    others: ({ user, role, serial }) => ({
      'codes-in-turn-second': { role_arn: role('Hour'), source_profile: user, mfa_serial: serial },
    }),
    proves: async (tools) => {
      const code = await tools.code();
      const both = await Promise.all([
        tools.cli(['switch', 'codes-in-turn', '--mfa-code-stdin'], code),
        tools.cli(['credentials', 'codes-in-turn-second', '--mfa-code-stdin'], code),
      ]);
      expect(both.filter(({ failure }) => failure)).toEqual([]);
      expect(byAction(tools, 'GetSessionToken')).toHaveLength(1);
    },
  },
  {
    id: 'region-own',
    title: 'the request goes to the region of the profile',
    about: 'Regional by default',
    profile: () => ({ region: 'ap-southeast-2' }),
    proves: async (tools) => {
      await tools.cli(['switch', 'region-own']);
      expect(last(tools, 'AssumeRole')).toMatchObject({ region: 'ap-southeast-2' });
    },
  },
  {
    id: 'region-none',
    title: 'without one, and without one in the environment, to us-east-1',
    about: 'Regional by default',
    proves: async (tools) => {
      await tools.cli(['switch', 'region-none']);
      expect(last(tools, 'AssumeRole')).toMatchObject({ region: 'us-east-1' });
    },
  },
  {
    id: 'endpoint-of-environment',
    title: 'AWS_ENDPOINT_URL_STS is where all requests go',
    about: '`AWS_ENDPOINT_URL_STS`',
    proves: async (tools) => {
      await tools.cli(['switch', 'endpoint-of-environment']);
      // The sandbox has seen it, and nothing but that variable leads there.
      expect(last(tools, 'AssumeRole')).toMatchObject({ status: 200 });
    },
  },
  {
    id: 'partition-china',
    title: 'a role in China is assumed there, and its console is opened there',
    about: 'Partitions: aws, aws-cn',
    account: 'china',
    userLines: () => ({ region: 'cn-north-1' }),
    profile: ({ role }) => ({ role_arn: role('ChinaOpen'), region: 'cn-northwest-1' }),
    proves: async (tools) => {
      expect(await tools.cli(['switch', 'partition-china'])).toMatchObject({
        arn: expect.stringMatching(/^arn:aws-cn:sts::/),
      });
      expect(last(tools, 'AssumeRole')).toMatchObject({ region: 'cn-northwest-1', status: 200 });
      const { url } = await tools.cli(['console', 'partition-china', '--print']);
      expect(decodeURIComponent(url)).toContain('cn-northwest-1.console.amazonaws.cn');
    },
  },
  {
    id: 'account-id',
    title: 'an account id keeps its leading zero, from list to credentials',
    about: 'Never build an ARN with a literal',
    profile: ({ role }) => ({ role_arn: role('ZeroAccount') }),
    proves: async (tools) => {
      const { profiles } = await tools.cli(['list']);
      expect(profiles.find(({ name }: { name: string }) => name === 'account-id')).toMatchObject({
        accountId: '012345678901',
      });
      expect(await tools.cli(['credentials', 'account-id'])).toMatchObject({ AccountId: '012345678901' });
    },
  },
  refusedHere('bad-duration', 'DurationSeconds 900–43200, default 3600', 'duration_seconds', [
    { duration_seconds: '899' },
    { duration_seconds: '43201' },
  ]),
  refusedHere('bad-name', 'RoleSessionName 2–64', 'role_session_name', [
    { role_session_name: 'a' },
    { role_session_name: long(65) },
    { role_session_name: 'ada audit' },
  ]),
  refusedHere('bad-external-id', 'ExternalId 2–1224', 'external_id', [
    { external_id: 'a' },
    { external_id: long(1225) },
    { external_id: 'a b' },
  ]),
  refusedHere('bad-identity', 'SourceIdentity 2–64', 'source_identity', [
    { rolecall_source_identity: 'a' },
    { rolecall_source_identity: long(65) },
    { rolecall_source_identity: 'aws:ada' },
  ]),
  refusedHere('bad-serial', 'SerialNumber 9–256', 'mfa_serial', [
    { mfa_serial: 'GAHT1234' },
    { mfa_serial: `GAHT${long(253)}` },
    { mfa_serial: 'GAHT 1234 5678' },
  ]),
  refusedHere('bad-tags', 'Tags ≤ 50, key ≤ 128, value ≤ 256, keys case-insensitive', 'session_tags', [
    { rolecall_session_tags: list(51, (at) => `k${at}=v`) },
    { rolecall_session_tags: `${long(129)}=v` },
    { rolecall_session_tags: `k=${long(257)}` },
    { rolecall_session_tags: 'Project=a,project=b' },
    { rolecall_session_tags: 'aws:Project=a' },
  ]),
  refusedHere('bad-transitive', 'TransitiveTagKeys', 'transitive_session_tags', [
    { rolecall_session_tags: 'Project=a', rolecall_transitive_session_tags: list(51, (at) => `k${at}`) },
    { rolecall_session_tags: 'Project=a', rolecall_transitive_session_tags: long(129) },
  ]),
  refusedHere('bad-arns', 'PolicyArns ≤ 10', 'session_policy_arns', [
    { rolecall_session_policy_arns: list(11, () => readOnly) },
    { rolecall_session_policy_arns: 'arn:too-short' },
  ]),
  refusedHere('bad-policy', 'Inline policy plus ARNs ≤ 2,048 characters in clear', 'session_policy', [
    { rolecall_session_policy: narrow(`s3:${long(2048)}`) },
    { rolecall_session_policy: narrow(`s3:${long(1900)}`), rolecall_session_policy_arns: list(3, () => readOnly) },
  ]),
  {
    id: 'tags',
    title: 'session tags reach AWS, and the transitive ones the next role',
    about: 'Tags ≤ 50, key ≤ 128, value ≤ 256, keys case-insensitive',
    others: ({ user, role }) => ({
      'tags-first': {
        role_arn: role('Open'),
        source_profile: user,
        rolecall_session_tags: 'Project=unicorn,Team=a',
        rolecall_transitive_session_tags: 'Project',
      },
    }),
    profile: ({ role }) => ({ role_arn: role('ForUnicorns'), source_profile: 'tags-first' }),
    proves: async (tools) => {
      // The second role admits only whoever carries the tag.
      expect(await tools.cli(['switch', 'tags'])).toMatchObject({ profile: 'tags' });
      const [first, second] = byAction(tools, 'AssumeRole');
      expect(first?.parameters).toMatchObject({
        'Tags.member.1.Key': 'Project',
        'TransitiveTagKeys.member.1': 'Project',
      });
      expect(second?.parameters['Tags.member.1.Key']).toBeUndefined();
    },
  },
  {
    id: 'transitive',
    title: 'the keys of transitive tags are sent beside the tags',
    about: 'TransitiveTagKeys',
    profile: () => ({ rolecall_session_tags: 'Project=a,Team=b', rolecall_transitive_session_tags: 'Project,Team' }),
    proves: async (tools) => {
      await tools.cli(['switch', 'transitive']);
      expect(last(tools, 'AssumeRole')?.parameters).toMatchObject({
        'TransitiveTagKeys.member.1': 'Project',
        'TransitiveTagKeys.member.2': 'Team',
      });
    },
  },
  {
    id: 'packed',
    title: 'policy and ARNs are sent, and how much of the packed space they take is shown',
    about: 'Inline policy plus ARNs ≤ 2,048 characters in clear',
    profile: () => ({ rolecall_session_policy: narrow('s3:Get*'), rolecall_session_policy_arns: readOnly }),
    proves: async (tools) => {
      expect(await tools.cli(['switch', 'packed'])).toMatchObject({ packedPolicySize: expect.any(Number) });
      expect(last(tools, 'AssumeRole')?.parameters).toMatchObject({
        Policy: narrow('s3:Get*'),
        'PolicyArns.member.1.arn': readOnly,
      });
      expect((await tools.cli(['status'])).active).toMatchObject({ packedPolicySize: expect.any(Number) });
    },
  },
  {
    id: 'arns',
    title: 'ten policy ARNs are taken',
    about: 'PolicyArns ≤ 10',
    profile: () => ({ rolecall_session_policy_arns: list(10, () => readOnly) }),
    proves: async (tools) => {
      expect(await tools.cli(['switch', 'arns'])).toMatchObject({ profile: 'arns' });
      expect(last(tools, 'AssumeRole')?.parameters).toHaveProperty(['PolicyArns.member.10.arn'], readOnly);
    },
  },
  {
    id: 'identity-center',
    title: 'a role assumed from Identity Center is chained: an hour at most',
    about: 'Identity Center credentials are role credentials',
    others: () => ({
      'identity-center-source': {
        sso_session: 'acme',
        sso_account_id: mainAccount,
        sso_role_name: 'AdministratorAccess',
      },
    }),
    profile: () => ({ source_profile: 'identity-center-source', duration_seconds: '7200' }),
    proves: async (tools) => {
      tools.sandbox.identityCenter.answerAll('approve');
      await tools.text(['sso', 'login', '--device', '--no-browser']);
      const { expiresAt } = await tools.cli(['switch', 'identity-center']);
      expect(leftSeconds(expiresAt, tools)).toBeLessThanOrEqual(3600);
      expect(last(tools, 'AssumeRole')).toMatchObject({ status: 200, accessKeyId: expect.stringMatching(/^ASIA/) });
      const { url } = await tools.cli(['console', 'identity-center', '--print']);
      expect(url).toContain('Action=login');
      expect(last(tools, 'getSigninToken')?.parameters.SessionDuration).toBeUndefined();
    },
  },
];
