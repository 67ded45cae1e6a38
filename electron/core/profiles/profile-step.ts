import type { AwsFilesContent, SectionValues } from '../aws-files.ts';
import type { Failure } from '../failure.ts';
import type { AccessKeyHop, AssumeRoleHop, SourceHop } from '../hop.ts';
import { failed, ok, type Result } from '../result.ts';
import type { Settings } from '../settings.ts';
import { chainFailures as broken } from './profile-failures.ts';
import { endpointOf, sessionParameters } from './profile-parameters.ts';
import { type ProfileSettings, settingsOf } from './profile-settings.ts';
import { identityCenterHop } from './profile-sign-in.ts';

export type AccessKeyIndex = Settings['accessKeys'];

/** What one profile says by itself: a source, or a role with where its credentials come from. */
export type Step =
  | { readonly kind: 'source'; readonly hop: SourceHop }
  | { readonly kind: 'role'; readonly hop: AssumeRoleHop; readonly from: SourceHop | { readonly profile: string } };

const credentialSources = ['Environment', 'Ec2InstanceMetadata', 'EcsContainer'] as const;

/** Drops what is absent, so that a hop holds just what the file says. */
export function present<T extends object>(fields: T): T {
  // A new object: one that keys were deleted from is slow to read from then on.
  const kept = {} as T;
  for (const key in fields) if (fields[key] !== undefined) kept[key] = fields[key];
  return kept;
}

function accessKeyHop(
  profile: string,
  get: ProfileSettings,
  content: AwsFilesContent,
  index: AccessKeyIndex,
): AccessKeyHop | undefined {
  // A key in the keychain wins: the one in the file may be left over from before it was taken in.
  const kept = Object.hasOwn(index, profile) ? index[profile] : undefined;
  const accessKeyId = kept?.accessKeyId ?? get('aws_access_key_id');
  if (!accessKeyId || (!kept && !get('aws_secret_access_key'))) return undefined;
  return present({
    kind: 'access-key' as const,
    profile,
    mfaSerial: get('mfa_serial'),
    ...endpointOf(get, content),
    store: kept ? ('keychain' as const) : ('file' as const),
    accessKeyId,
  });
}

/** Whole seconds, or a failure that names the value's place and not the value. */
function durationSeconds(profile: string, get: ProfileSettings): Result<number | undefined> {
  const text = get('duration_seconds');
  if (text === undefined) return ok(undefined);
  if (/^\d{1,6}$/.test(text)) return ok(Number(text));
  return failed(
    broken.contradiction(
      profile,
      'has a duration_seconds that is not a number of seconds',
      'Write it as a whole number from 900 to 43200.',
    ),
  );
}

/**
 * Reads one profile. `asSource`: another profile named it as its `source_profile`,
 * where static keys end the chain whatever else it says.
 * @see https://docs.aws.amazon.com/sdkref/latest/guide/feature-assume-role-credentials.html
 */
export function stepOf(
  profile: string,
  content: AwsFilesContent,
  index: AccessKeyIndex,
  asSource: boolean,
): Result<Step> {
  const values = content.profiles.get(profile);
  const get = settingsOf(values ?? {});
  const key = accessKeyHop(profile, get, content, index);
  if (!values && !key) return failed(broken.notFound(profile));
  if (key && (asSource || !get('role_arn'))) return ok({ kind: 'source', hop: key });
  const source = get('role_arn')
    ? roleStep(profile, get, values ?? {}, key, content)
    : sourceStep(profile, get, content);
  return source.ok ? source : failed(source.failure);
}

function roleStep(
  profile: string,
  get: ProfileSettings,
  values: SectionValues,
  ownKey: AccessKeyHop | undefined,
  content: AwsFilesContent,
): Result<Step> {
  const sourceProfile = get('source_profile');
  const credentialSource = get('credential_source');
  const tokenFile = get('web_identity_token_file');
  const named = [
    sourceProfile && 'source_profile',
    credentialSource && 'credential_source',
    tokenFile && 'web_identity_token_file',
  ].filter((name): name is string => Boolean(name));
  if (named.length > 1)
    return failed(
      broken.contradiction(
        profile,
        `has a role_arn with ${named.join(' and ')}, and AWS's tools do not agree which one counts`,
        `Keep one of ${named.join(', ')} in "${profile}".`,
      ),
    );
  const roleArn = get('role_arn') ?? '';
  const duration = durationSeconds(profile, get);
  if (!duration.ok) return duration;
  const common = { profile, roleArn, durationSeconds: duration.value };
  if (tokenFile)
    return ok({
      kind: 'source',
      hop: present({
        kind: 'web-identity' as const,
        ...common,
        roleSessionName: get('role_session_name'),
        region: get('region'),
        webIdentityTokenFile: tokenFile,
      }),
    });
  const parameters = sessionParameters(profile, get, values);
  if (!parameters.ok) return parameters;
  const hop: AssumeRoleHop = present({
    kind: 'assume-role' as const,
    ...common,
    externalId: get('external_id'),
    mfaSerial: get('mfa_serial'),
    ...parameters.value,
    ...endpointOf(get, content),
  });
  const from = roleSource(profile, sourceProfile, credentialSource, ownKey);
  return from.ok ? ok({ kind: 'role', hop, from: from.value }) : from;
}

function roleSource(
  profile: string,
  sourceProfile: string | undefined,
  credentialSource: string | undefined,
  ownKey: AccessKeyHop | undefined,
): Result<SourceHop | { profile: string }> {
  if (credentialSource) {
    const known = credentialSources.find((name) => name === credentialSource);
    if (known) return ok({ kind: 'credential-source', profile, credentialSource: known });
    return failed(
      broken.contradiction(
        profile,
        'has a credential_source that AWS does not know',
        `Use ${credentialSources.join(', ')}, or source_profile instead.`,
      ),
    );
  }
  if (!sourceProfile)
    return failed(
      broken.missing(profile, 'source_profile or credential_source', 'so nothing says who may assume its role_arn'),
    );
  if (sourceProfile !== profile) return ok({ profile: sourceProfile });
  // A profile that names itself assumes the role with its own static keys.
  if (ownKey) return ok(ownKey);
  return failed(broken.missing(profile, 'access key of its own', `and it names itself as source_profile`));
}

function sourceStep(profile: string, get: ProfileSettings, content: AwsFilesContent): Result<Step> {
  const signIn = identityCenterHop(profile, get, content);
  if (signIn) return signIn.ok ? ok({ kind: 'source', hop: signIn.value }) : signIn;
  const half = halfSaid(profile, get);
  if (half) return failed(half);
  const credentialProcess = get('credential_process');
  if (credentialProcess) return ok({ kind: 'source', hop: { kind: 'credential-process', profile, credentialProcess } });
  const loginSession = get('login_session');
  if (loginSession) return ok({ kind: 'source', hop: { kind: 'login-session', profile, loginSession } });
  return failed(broken.noCredentials(profile));
}

/** Half a pair: say which half is missing. */
function halfSaid(profile: string, get: ProfileSettings): Failure | undefined {
  if (get('credential_process') || get('login_session')) return undefined;
  for (const key of ['source_profile', 'credential_source', 'web_identity_token_file'])
    if (get(key)) return broken.missing(profile, 'role_arn', `though it has ${key}`);
  if (get('aws_access_key_id'))
    return broken.missing(profile, 'aws_secret_access_key', 'though it has aws_access_key_id');
  if (get('aws_secret_access_key'))
    return broken.missing(profile, 'aws_access_key_id', 'though it has aws_secret_access_key');
  return undefined;
}
