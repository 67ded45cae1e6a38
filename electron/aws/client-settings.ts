import type { STSClientConfig } from '@aws-sdk/client-sts';
import type { HopEndpoint } from '../core/hop.ts';
import type { ServiceName } from '../core/profiles/profile-parameters.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** Where a profile's requests to a service go, as the user's files say. */
export type EndpointOf = (profile: string, service: ServiceName) => Omit<HopEndpoint, 'region'>;

/** Everything that a client would look for in the user's files. */
export type ClientSettings = Pick<
  STSClientConfig,
  | 'endpoint'
  | 'ignoreConfiguredEndpointUrls'
  | 'useFipsEndpoint'
  | 'useDualstackEndpoint'
  | 'userAgentAppId'
  | 'authSchemePreference'
  | 'disableClockSkewCorrection'
>;

/**
 * What a client of the SDK would read the user's files for. It parses them anew
 * for each of these values and each client, half a second with 12,000 profiles,
 * keeps their text with any key in it, and asks `[default]` for the endpoint,
 * whichever profile it works for. So none is left to it. Variables of the
 * environment win over the profile's own, as in every tool of AWS.
 * @see https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html
 */
export function clientSettings(service: ServiceName, env: Env, own: ReturnType<EndpointOf>): ClientSettings {
  const named = env[`AWS_ENDPOINT_URL_${service.toUpperCase()}`] || env.AWS_ENDPOINT_URL || own.endpointUrl;
  const endpoint = flag(env.AWS_IGNORE_CONFIGURED_ENDPOINT_URLS) ? undefined : named;
  return {
    ...(endpoint && { endpoint }),
    ignoreConfiguredEndpointUrls: true,
    useFipsEndpoint: flag(env.AWS_USE_FIPS_ENDPOINT) ?? own.useFipsEndpoint ?? false,
    useDualstackEndpoint: flag(env.AWS_USE_DUALSTACK_ENDPOINT) ?? own.useDualstackEndpoint ?? false,
    userAgentAppId: async () => env.AWS_SDK_UA_APP_ID,
    authSchemePreference: [],
    disableClockSkewCorrection: false,
  };
}

function flag(text: string | undefined): boolean | undefined {
  return text ? text.toLowerCase() === 'true' : undefined;
}
