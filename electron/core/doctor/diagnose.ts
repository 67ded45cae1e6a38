import { readAccessKey } from '../access-keys/base-keys.ts';
import { parseRoleArn } from '../arn.ts';
import type { Asker } from '../asker.ts';
import type { CatalogStore } from '../catalog.ts';
import { maskAccessKeyId, type SigningKeys } from '../credentials.ts';
import { about } from '../explain/about.ts';
import type { ExplainFailure } from '../explain/explain.ts';
import type { Failure } from '../failure.ts';
import type { AssumeRoleHop, Chain, Hop } from '../hop.ts';
import type { Iam, Keychain, Partitions, SettingsStore, Signal, Sts } from '../ports.ts';
import { failed, ok, type Result } from '../result.ts';
import type { Broker, Session } from '../sessions/broker.ts';
import { isTemplate } from '../sessions/name-template.ts';
import type { SessionStates } from '../sessions/session-states.ts';
import type { AwsClock } from '../time/aws-clock.ts';
import { type Check, type Diagnosis, failedWith, passed, unknown } from './check.ts';
import { checkClock, type RefusedRole, roleChecks } from './role-checks.ts';
import { proposalFor } from './trust-policy.ts';

export interface DiagnoseRequest {
  readonly profile: string;
  /** Ask AWS for the role now; without, what happened last counts. */
  readonly tryNow: boolean;
  readonly mfaCode?: string | undefined;
  readonly asker: Asker;
  readonly signal: Signal;
}

/**
 * Goes a profile's way step by step: the plan from the files, the key, who AWS
 * says each step is (GetCallerIdentity costs nothing and needs no permission),
 * and what became of the role. Only `tryNow` asks for a role, and so for a code.
 */
export function createDiagnose(parts: {
  readonly catalog: CatalogStore;
  readonly settings: SettingsStore;
  readonly broker: Broker;
  readonly states: SessionStates;
  readonly keychain: Keychain;
  readonly sts: Sts;
  readonly iam: Iam;
  readonly awsClock: AwsClock;
  readonly partitions: Partitions;
  readonly platform: string;
  readonly userName: string;
  readonly explain: ExplainFailure;
  readonly open: (profile: string, request: DiagnoseRequest) => Promise<Result<Session>>;
}) {
  const { catalog, settings, broker, states, sts, iam, awsClock, explain } = parts;
  const clockCheck = () => checkClock(clockFacts(), parts.platform);
  const clockFacts = () => ({ aheadMs: awsClock.aheadMs(), isMeasured: awsClock.isMeasured() });

  /** The long-term key that begins the chain; `undefined` for a chain that begins with something else. */
  async function keyOf([source]: Chain): Promise<Result<SigningKeys | undefined>> {
    if (source.kind !== 'access-key') return ok(undefined);
    return readAccessKey(source, parts.keychain, catalog.content());
  }

  /** The session after the first `count` roles, if it is in memory. */
  function sessionAfter([source, ...roles]: Chain, count: number): SigningKeys | undefined {
    return broker.peek(roles[count - 1]?.profile ?? source.profile, [source, ...roles.slice(0, count)])?.credentials;
  }

  async function identify(by: SigningKeys, hop: Hop, { profile, signal }: DiagnoseRequest) {
    const region = 'region' in hop ? hop.region : undefined;
    const identity = await sts.getCallerIdentity(by, { profile, signal, region });
    return identity.ok ? ok(identity.value.arn) : failed(explain(identity.failure, profile));
  }

  async function outcome(request: DiagnoseRequest, chain: Chain): Promise<Failure | Session | undefined> {
    if (request.tryNow) {
      const opened = await parts.open(request.profile, request);
      return opened.ok ? opened.value : opened.failure;
    }
    const state = states.get(request.profile);
    return broker.peek(request.profile, chain) ?? (state.state === 'failed' ? state.failure : undefined);
  }

  return async function diagnose(request: DiagnoseRequest): Promise<Result<Diagnosis>> {
    const { profile } = request;
    const checks: Check[] = [];
    const end = (failure?: Failure, more: Partial<Diagnosis> = {}): Result<Diagnosis> =>
      ok({ profile, checks, ...(failure && { failure }), ...more });

    const chain = catalog.chain(profile);
    if (!chain.ok) {
      const failure = explain(chain.failure, profile);
      checks.push(failedWith('plan', 'Profile', failure));
      return end(failure);
    }
    const [source, ...roles] = chain.value;
    checks.push(passed('plan', 'Profile', planText(chain.value)));
    const planned = broker.plan(profile, chain.value);
    if (!planned.ok) {
      const failure = explain(planned.failure, profile);
      checks.push(failedWith('parameters', 'Parameters', failure));
      return end(failure);
    }

    const key = await keyOf(chain.value);
    if (!key.ok) {
      const failure = explain(key.failure, profile);
      checks.push(failedWith('key', 'Access key', failure));
      return end(failure);
    }
    if (key.value) checks.push(passed('key', 'Access key', keyText(source, key.value.accessKeyId)));

    const first = key.value ?? sessionAfter(chain.value, 0);
    const identity = first && (await identify(first, source, request));
    if (identity && !identity.ok) {
      checks.push(failedWith('identity', 'Identity', identity.failure), clockCheck());
      return end(identity.failure);
    }
    checks.push(
      identity
        ? passed('identity', 'Identity', `AWS knows you as ${identity.value}.`)
        : unknown('identity', 'Identity', `"${source.profile}" is not signed in, so AWS was not asked.`),
    );

    const ended = await outcome(request, chain.value);
    for (const [at, role] of roles.entries()) {
      const session = sessionAfter(chain.value, at + 1);
      const who = session && (await identify(session, role, request));
      if (who) checks.push(sessionCheck(at, role.profile, who));
    }
    if (!ended || 'credentials' in ended) {
      if (!ended) checks.push(unknown('outcome', 'Credentials', 'They were not asked for yet.'));
      else checks.push(passed('outcome', 'Credentials', 'AWS gave them.'));
      checks.push(clockCheck());
      return end();
    }
    checks.push(failedWith('outcome', 'Credentials', ended));
    const refused = await refusal(request, chain.value, ended, identity?.value, key.value);
    if (!refused) {
      checks.push(clockCheck());
      return end(ended);
    }
    checks.push(...roleChecks.map((check) => check(refused)), clockCheck());
    const proposal = ended.kind === 'not-authorized' ? proposalOf(refused) : undefined;
    return end(ended, proposal && { proposal });
  };

  /** `undefined` where no role is on the way, or something else than the role was refused. */
  async function refusal(
    { profile, signal }: DiagnoseRequest,
    chain: Chain,
    failure: Failure,
    userArn: string | undefined,
    key: SigningKeys | undefined,
  ): Promise<RefusedRole | undefined> {
    const known = { ...parts, content: catalog.content(), accessKeys: settings.get().accessKeys };
    const facts = about(failure, profile, chain, known);
    if (!facts.hop || failure.awsCode === undefined) return undefined;
    // Asked only where a device matters, and worth nothing more than a hint when IAM refuses.
    const devices = key && !facts.previous ? await iam.listMfaDevices(key, { profile, signal }) : undefined;
    return {
      about: facts,
      hop: facts.hop,
      sent: asSent(profile, chain, facts.hop),
      failure,
      callerArn: facts.previous?.roleArn ?? userArn ?? facts.callerArn,
      devices,
    };
  }

  /** The role's hop with its names filled in, as the request carries it. */
  function asSent(profile: string, chain: Chain, hop: AssumeRoleHop): AssumeRoleHop {
    const steps = broker.plan(profile, chain);
    const step = steps.ok
      ? steps.value.find((one) => one.action === 'assume-role' && one.hop.profile === hop.profile)
      : undefined;
    return step?.action === 'assume-role' ? { ...step.hop, durationSeconds: step.durationSeconds } : hop;
  }

  function proposalOf({ hop, callerArn, about: { mfa, previous, chain } }: RefusedRole) {
    if (callerArn === undefined) return undefined;
    const [, ...roles]: readonly [unknown?, ...AssumeRoleHop[]] = chain ?? [];
    const before = roles.slice(0, roles.indexOf(hop));
    // A source identity and transitive tags come along from the roles before.
    const sourceIdentity = [...before, hop].find((role) => role.sourceIdentity !== undefined)?.sourceIdentity;
    const tagKeys = [
      ...before.flatMap((role) => role.transitiveTagKeys ?? []),
      ...(hop.tags ?? []).map(({ key }) => key),
    ];
    return proposalFor({
      roleArn: hop.roleArn,
      callerArn,
      withMfa: mfa !== undefined && !previous,
      externalId: hop.externalId,
      sourceIdentity: fixed(sourceIdentity),
      setsSourceIdentity: sourceIdentity !== undefined,
      // A name that nobody chose would keep the person's other tools out.
      roleSessionName: fixed(hop.roleSessionName),
      tagKeys,
    });
  }
}

export type Diagnose = ReturnType<typeof createDiagnose>;

/** A value that is the same each time, so that a policy can name it. */
const fixed = (text: string | undefined) => (text === undefined || isTemplate(text) ? undefined : text);

function sessionCheck(at: number, profile: string, who: Result<string>): Check {
  const id = `session-${at + 1}`;
  const title = `Session of ${profile}`;
  return who.ok ? passed(id, title, `AWS knows it as ${who.value}.`) : failedWith(id, title, who.failure);
}

function planText([source, ...roles]: Chain): string {
  const steps = roles.map(({ roleArn }) => {
    const role = parseRoleArn(roleArn);
    return role ? `${role.roleName} in ${role.accountId}` : roleArn;
  });
  return [`${sources[source.kind]} of "${source.profile}"`, ...steps].join(' → ');
}

const sources: Readonly<Record<Chain[0]['kind'], string>> = {
  'access-key': 'The access key',
  'credential-source': 'The environment',
  'web-identity': 'The web identity',
  'identity-center': 'The Identity Center sign-in',
  'credential-process': 'The program',
  'login-session': 'The login session',
};

function keyText(source: Chain[0], accessKeyId: string): string {
  const where =
    source.kind === 'access-key' && source.store === 'file' ? 'in clear in the AWS files' : 'in the keychain';
  return `${maskAccessKeyId(accessKeyId)} is ${where}.`;
}
