import { parseRoleArn } from '../arn.ts';
import type { HopFacts } from '../calls/profile-details.ts';
import type { CatalogStore } from '../catalog.ts';
import { maskAccessKeyId } from '../credentials.ts';
import type { Handlers } from '../dispatch.ts';
import { fixableKeys } from '../failure.ts';
import type { Hop } from '../hop.ts';
import type { SettingsStore } from '../ports.ts';
import { followChain } from '../profiles/profile-chain.ts';
import { settingsOf } from '../profiles/profile-settings.ts';
import { ok } from '../result.ts';
import { ssoSessionOf } from '../sso/sso-session.ts';

/** A profile's way to its credentials, for a picture of it and for an editor. */
export function profileDetailHandlers(parts: {
  readonly catalog: CatalogStore;
  readonly settings: SettingsStore;
}): Pick<Handlers, 'profileDetails'> {
  const { catalog, settings } = parts;
  return {
    async profileDetails({ profile }) {
      const content = catalog.content();
      const { hops, failure } = followChain(profile, content, settings.get().accessKeys);
      const get = settingsOf(content.profiles.get(profile) ?? {});
      const written = Object.fromEntries(fixableKeys.map((key) => [key, get(key)])) as Record<
        (typeof fixableKeys)[number],
        string | undefined
      >;
      return ok({ hops: hops.map(factsOf), ...(failure && { failure }), written });
    },
  };
}

/** What may be shown of a hop. Named one by one, so that a new field is not shown by accident. */
function factsOf(hop: Hop): HopFacts {
  const { kind, profile } = hop;
  switch (hop.kind) {
    case 'assume-role':
      return {
        kind,
        profile,
        ...roleFacts(hop.roleArn),
        region: hop.region,
        mfaSerial: hop.mfaSerial,
        externalId: hop.externalId,
        durationSeconds: hop.durationSeconds,
        roleSessionName: hop.roleSessionName,
        sourceIdentity: hop.sourceIdentity,
        tags: hop.tags?.map((tag) => ({ ...tag, transitive: hop.transitiveTagKeys?.includes(tag.key) ?? false })),
        policyArns: hop.policyArns && [...hop.policyArns],
        hasPolicy: hop.policy !== undefined,
      };
    case 'access-key':
      return {
        kind,
        profile,
        accessKeyId: maskAccessKeyId(hop.accessKeyId),
        store: hop.store,
        mfaSerial: hop.mfaSerial,
        region: hop.region,
      };
    case 'identity-center':
      return {
        kind,
        profile,
        ssoSession: ssoSessionOf(hop).name,
        accountId: hop.ssoAccountId,
        roleName: hop.ssoRoleName,
        region: hop.region,
      };
    case 'web-identity':
      return {
        kind,
        profile,
        ...roleFacts(hop.roleArn),
        roleSessionName: hop.roleSessionName,
        durationSeconds: hop.durationSeconds,
        region: hop.region,
      };
    case 'credential-source':
      return { kind, profile, credentialSource: hop.credentialSource };
    case 'credential-process':
    case 'login-session':
      return { kind, profile };
  }
}

function roleFacts(roleArn: string): Pick<HopFacts, 'roleArn' | 'accountId' | 'roleName'> {
  const role = parseRoleArn(roleArn);
  return { roleArn, ...(role && { accountId: role.accountId, roleName: role.roleName }) };
}
