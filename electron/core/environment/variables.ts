import type { ProcessCredentials } from '../contract.ts';
import { failure } from '../failure.ts';
import { plainName } from '../plain-name.ts';
import { failed, ok, type Result } from '../result.ts';

/** What a shell's environment is changed by. */
export interface EnvironmentChange {
  /** In the order in which they are set. */
  readonly set: Readonly<Record<string, string>>;
  readonly unset: readonly string[];
}

const KEYS = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN', 'AWS_CREDENTIAL_EXPIRATION'] as const;
/** boto3 and the AWS CLI read `AWS_DEFAULT_PROFILE` before `AWS_PROFILE`. */
const PROFILES = ['AWS_PROFILE', 'AWS_DEFAULT_PROFILE'] as const;
/** Most SDKs read the first, boto3 only the second. */
const REGIONS = ['AWS_REGION', 'AWS_DEFAULT_REGION'] as const;

interface Named {
  readonly name: string;
  readonly region?: string | undefined;
}

/**
 * The profile's name and region, and no secret. Keys that are left over from
 * before would win over the name, and a region would send the profile elsewhere.
 * @see https://docs.aws.amazon.com/sdkref/latest/guide/environment-variables.html
 */
export function profileVariables({ name, region }: Named): Result<EnvironmentChange> {
  if (plainName(name) !== name || plainName(region ?? '') !== (region ?? '')) return failed(unprintable(name));
  const [profile, defaultProfile] = PROFILES;
  const regions = regionVariables(region);
  return ok({ set: { [profile]: name, ...regions.set }, unset: [...KEYS, defaultProfile, ...regions.unset] });
}

/** A session's credentials and region. Secret. With a profile's name beside them, some SDKs would pass them over. */
export function credentialVariables(
  credentials: ProcessCredentials,
  { region }: Pick<Named, 'region'>,
): EnvironmentChange {
  const [id, secret, token, expiration] = KEYS;
  const regions = regionVariables(region);
  return {
    set: {
      [id]: credentials.AccessKeyId,
      [secret]: credentials.SecretAccessKey,
      [token]: credentials.SessionToken,
      [expiration]: credentials.Expiration,
      ...regions.set,
    },
    unset: [...PROFILES, ...regions.unset],
  };
}

function regionVariables(region: string | undefined): EnvironmentChange {
  if (region === undefined) return { set: {}, unset: REGIONS };
  return { set: Object.fromEntries(REGIONS.map((name) => [name, region])), unset: [] };
}

function unprintable(profile: string) {
  return failure(
    'not-supported',
    'The name or the region of this profile has invisible characters in it, which a terminal could take for keys.',
    'Rename the profile: rolecall config rename OLD NEW',
    { profile },
  );
}
