import { defaultSeed } from './default-seed.ts';
import { createFaults, type Faults } from './faults.ts';
import { type Listener, listen } from './http/listener.ts';
import { queryEndpoint } from './http/query-endpoint.ts';
import { iam } from './iam/service.ts';
import { createIdentityCenter } from './identity-center/center.ts';
import { controlOf, type IdentityCenterControl } from './identity-center/control.ts';
import { defaultIdentityCenter } from './identity-center/default-center.ts';
import type { PolicyDocument } from './policy/document.ts';
import { parsePolicy } from './policy/parse-document.ts';
import { createRequestLog, type RecordedRequest } from './request-log.ts';
import { signinEndpoint } from './signin/endpoint.ts';
import { ssoEndpoint } from './sso/endpoint.ts';
import { ssoOidcEndpoint } from './sso-oidc/endpoint.ts';
import { createClock, type SandboxClock } from './state/clock.ts';
import type { Account } from './state/model.ts';
import type { Seed } from './state/seed.ts';
import { createState, type State } from './state/state.ts';
import { totpCode } from './sts/mfa.ts';
import { sts } from './sts/service.ts';

interface SandboxUser {
  readonly name: string;
  readonly arn: string;
  readonly accountId: string;
  /** The first key of the seed. */
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly mfaSerial?: string | undefined;
  /** Base32, as an authenticator takes it. */
  readonly totpSeed?: string | undefined;
}

interface SandboxRole {
  readonly name: string;
  readonly arn: string;
  readonly accountId: string;
  readonly maxSessionDurationSeconds: number;
}

/** A running local AWS. Everything listens on 127.0.0.1 and ends with `close`. */
export interface Sandbox {
  readonly endpoints: Readonly<Record<'sts' | 'iam' | 'sso' | 'ssoOidc' | 'signin', string>>;
  /** What the product's environment needs to reach it. */
  readonly environment: Readonly<Record<string, string>>;
  readonly accounts: readonly Account[];
  readonly users: readonly SandboxUser[];
  readonly roles: readonly SandboxRole[];
  /** A seeded user by name; throws when there is none. */
  user(name: string): SandboxUser;
  /** A seeded role by name; throws when there is none. */
  role(name: string): SandboxRole;
  /** The six digits the user's MFA device shows at the sandbox's present time. */
  totp(userName: string): string;
  /** The owner of a role saves another trust policy, as JSON. */
  saveTrust(roleName: string, policy: string): void;
  /** The administrator of a user's account allows them more, by a policy as JSON; throws when it is none. */
  allow(userName: string, policy: string): void;
  readonly clock: SandboxClock;
  readonly faults: Faults;
  readonly identityCenter: IdentityCenterControl;
  /** How many requests of an action came so far, whatever the answer. */
  countOf(action: string): number;
  /** By action. */
  counts(): Readonly<Record<string, number>>;
  /** Every request so far, oldest first, without secrets. */
  requests(): readonly RecordedRequest[];
  close(): Promise<void>;
}

/** Starts a sandbox on free ports; the default seed unless one is given. */
export async function createSandbox(seed: Seed = defaultSeed): Promise<Sandbox> {
  const clock = createClock();
  const state = createState(seed, clock);
  const center = createIdentityCenter(seed.identityCenter ?? defaultIdentityCenter, clock);
  const parts = { clock, faults: createFaults(), log: createRequestLog() };
  const listeners = await Promise.all(
    [
      queryEndpoint(sts, state),
      queryEndpoint(iam, state),
      ssoEndpoint(state, center),
      ssoOidcEndpoint(center),
      signinEndpoint(state),
    ].map((endpoint) => listen(endpoint, parts)),
  );
  const [stsUrl, iamUrl, sso, ssoOidc, signin] = listeners.map(({ url }) => url) as [
    string,
    string,
    string,
    string,
    string,
  ];
  const { users, roles } = seededDirectory(state, seed);

  return {
    endpoints: { sts: stsUrl, iam: iamUrl, sso, ssoOidc, signin },
    environment: {
      AWS_ENDPOINT_URL_STS: stsUrl,
      AWS_ENDPOINT_URL_IAM: iamUrl,
      AWS_ENDPOINT_URL_SSO: sso,
      AWS_ENDPOINT_URL_SSO_OIDC: ssoOidc,
      ROLECALL_SIGNIN_URL: signin,
    },
    accounts: [...state.accounts.values()],
    users,
    roles,
    user: (name) => found(users, name),
    role: (name) => found(roles, name),
    totp(userName) {
      const device = [...state.mfaDevices.values()].find(({ user }) => user?.name === userName);
      if (!device) throw new Error(`${userName} has no MFA device.`);
      return totpCode(device.totpSeed, clock.now());
    },
    saveTrust(roleName, policy) {
      const role = state.roles.get(found(roles, roleName).arn);
      if (!role) throw new Error(`The sandbox has no ${roleName} any more.`);
      state.roles.set(role.arn, { ...role, trust: JSON.parse(policy) as PolicyDocument });
    },
    allow(userName, policy) {
      const user = state.users.get(found(users, userName).arn);
      const more = parsePolicy(policy);
      if (!user || !more) throw new Error(`That is no policy for ${userName}.`);
      // Keys and sessions hold the user itself.
      Object.assign(user, { policies: [...user.policies, more] });
    },
    clock,
    faults: parts.faults,
    identityCenter: controlOf(center),
    countOf: (action) => parts.log.countOf(action),
    counts: () => parts.log.counts(),
    requests: () => parts.log.all(),
    async close() {
      await Promise.all(listeners.map((listener: Listener) => listener.close()));
    },
  };
}

function seededDirectory(state: State, seed: Seed): Pick<Sandbox, 'users' | 'roles'> {
  const devices = [...state.mfaDevices.values()];
  const keys = seed.accounts.flatMap(({ users }) => users.flatMap(({ accessKeys }) => accessKeys.slice(0, 1)));
  const users = keys.map(({ id, secret }) => {
    const user = state.accessKeys.get(id)?.user;
    if (!user) throw new Error('A seeded key has no user.');
    const device = devices.find((candidate) => candidate.user === user);
    return {
      name: user.name,
      arn: user.arn,
      accountId: user.account.id,
      accessKeyId: id,
      secretAccessKey: secret,
      mfaSerial: device?.serialNumber,
      totpSeed: device?.totpSeed,
    };
  });
  const roles = [...state.roles.values()].map(({ name, arn, account, maxSessionDurationSeconds }) => ({
    name,
    arn,
    accountId: account.id,
    maxSessionDurationSeconds,
  }));
  return { users, roles };
}

function found<T extends { readonly name: string }>(things: readonly T[], name: string): T {
  const thing = things.find((candidate) => candidate.name === name);
  if (!thing) throw new Error(`The sandbox has no ${name}.`);
  return thing;
}
