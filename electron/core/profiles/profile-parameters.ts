import type { AwsFilesContent, SectionValues } from '../aws-files.ts';
import type { HopEndpoint, SessionTag } from '../hop.ts';
import { failed, ok, type Result } from '../result.ts';
import { chainFailures as broken } from './profile-failures.ts';
import { type ProfileSettings, parkedPrefix } from './profile-settings.ts';

/** What a profile says of the session beyond AWS's own keys. */
export interface SessionParameters {
  readonly roleSessionName: string | undefined;
  readonly sourceIdentity: string | undefined;
  readonly tags: readonly SessionTag[] | undefined;
  readonly transitiveTagKeys: readonly string[] | undefined;
  readonly policy: string | undefined;
  readonly policyArns: readonly string[] | undefined;
}

/** AWS's tools ignore keys that they do not know, so these may stand in any profile, each with `rolecall_` before it. */
const keys = [
  'session_name',
  'source_identity',
  'session_tags',
  'transitive_session_tags',
  'session_policy',
  'session_policy_arns',
];
const writtenAs = keys.flatMap((key) => [key, `${parkedPrefix}${key}`]);

/**
 * Reads Rolecall's own keys for AssumeRole: `rolecall_session_name`,
 * `rolecall_source_identity`, `rolecall_session_tags` (`Key=value,Key=value`),
 * `rolecall_transitive_session_tags`, `rolecall_session_policy` and
 * `rolecall_session_policy_arns`. The names that aws-vault reads work without
 * the prefix, too. A session name of Rolecall's goes before `role_session_name`.
 */
export function sessionParameters(
  profile: string,
  get: ProfileSettings,
  values: SectionValues,
): Result<SessionParameters> {
  const block = writtenAs.find((key) => Object.hasOwn(values, key) && typeof values[key] === 'object');
  if (block !== undefined)
    return failed(
      broken.contradiction(profile, `has a ${block} that goes over several lines`, 'Write it in one line.'),
    );
  const tags = tagsOf(profile, get('session_tags'));
  if (!tags.ok) return tags;
  return ok({
    roleSessionName: get('session_name') ?? get('role_session_name'),
    sourceIdentity: get('source_identity'),
    tags: tags.value,
    transitiveTagKeys: listOf(get('transitive_session_tags')),
    policy: get('session_policy'),
    policyArns: listOf(get('session_policy_arns')),
  });
}

function listOf(text: string | undefined): string[] | undefined {
  const items = text
    ?.split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
  return items && items.length > 0 ? items : undefined;
}

function tagsOf(profile: string, text: string | undefined): Result<readonly SessionTag[] | undefined> {
  const tags: SessionTag[] = [];
  for (const item of listOf(text) ?? []) {
    const at = item.indexOf('=');
    if (at < 1)
      return failed(
        broken.contradiction(
          profile,
          'has session_tags that are not a list of keys and values',
          'Write them as Key=value,Key=value.',
        ),
      );
    tags.push({ key: item.slice(0, at).trim(), value: item.slice(at + 1).trim() });
  }
  return ok(tags.length > 0 ? tags : undefined);
}

/** A service of AWS, as `services` sections name it. */
export type ServiceName = 'sts' | 'iam' | 'sso' | 'sso_oidc';

/**
 * Where the profile's own requests to a service go: STS unless given. A `services` section goes before
 * `endpoint_url`; `ignore_configured_endpoint_urls` switches both off.
 * @see https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html
 */
export function endpointOf(get: ProfileSettings, content: AwsFilesContent, service: ServiceName = 'sts'): HopEndpoint {
  const region = get('region');
  const endpointUrl = isTrue(get('ignore_configured_endpoint_urls')) ? undefined : endpointUrlOf(get, content, service);
  return {
    ...(region !== undefined && { region }),
    ...(endpointUrl !== undefined && { endpointUrl }),
    ...(isTrue(get('use_fips_endpoint')) && { useFipsEndpoint: true }),
    ...(isTrue(get('use_dualstack_endpoint')) && { useDualstackEndpoint: true }),
  };
}

function endpointUrlOf(get: ProfileSettings, content: AwsFilesContent, service: ServiceName): string | undefined {
  const services = content.services.get(get('services') ?? '');
  const own = services && Object.hasOwn(services, service) ? services[service] : undefined;
  const url = typeof own === 'object' && Object.hasOwn(own, 'endpoint_url') ? own.endpoint_url : undefined;
  return url || get('endpoint_url');
}

const isTrue = (text: string | undefined) => text?.toLowerCase() === 'true';
