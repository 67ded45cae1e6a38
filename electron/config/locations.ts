import { posix, win32 } from 'node:path';

export type Environment = Readonly<Record<string, string | undefined>>;

export interface AwsFileLocations {
  readonly configPath: string;
  readonly credentialsPath: string;
  /** The profile that tools use which name none. */
  readonly profile: string;
}

/**
 * Where the AWS files are, as every SDK finds them: `HOME` first on all systems,
 * then Windows' own variables, then what the OS says (`home`).
 * @see https://docs.aws.amazon.com/sdkref/latest/guide/file-location.html
 */
export function awsFileLocations(
  environment: Environment,
  platform: string,
  home = '',
  workingDirectory = '/',
): AwsFileLocations {
  const windows = platform === 'windows' || platform === 'win32';
  const path = windows ? win32 : posix;
  const base =
    environment.HOME ||
    (windows && environment.USERPROFILE) ||
    (windows && environment.HOMEDRIVE && environment.HOMEPATH && environment.HOMEDRIVE + environment.HOMEPATH) ||
    home;
  const at = (override: string | undefined, name: string): string => {
    if (!override) return path.join(base, '.aws', name);
    const expanded = override === '~' || /^~[\\/]/.test(override) ? path.join(base, override.slice(1)) : override;
    return path.isAbsolute(expanded) || !workingDirectory ? expanded : path.resolve(workingDirectory, expanded);
  };
  return {
    configPath: at(environment.AWS_CONFIG_FILE, 'config'),
    credentialsPath: at(environment.AWS_SHARED_CREDENTIALS_FILE, 'credentials'),
    profile: environment.AWS_PROFILE || 'default',
  };
}
