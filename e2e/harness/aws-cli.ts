import { existsSync } from 'node:fs';
import { type Ran, run } from './processes.ts';

export interface Identity {
  readonly Account: string;
  readonly Arn: string;
}

/** The real AWS CLI in a shell that knows nothing of Rolecall: no variable of it but HOME and PATH. */
export interface AwsCli {
  /** `more` is added to its environment, and so to that of what it runs. */
  (args: readonly string[], more?: Readonly<Record<string, string>>): Promise<Ran>;
  /** `aws sts get-caller-identity`, parsed; throws what it printed when it was refused. */
  identity(profile?: string): Promise<Identity>;
}

export function createAwsCli({ home, path, stsUrl }: { home: string; path: string; stsUrl: string }): AwsCli {
  // The distribution's own, where a version manager has put a shim in front of it.
  const program = existsSync('/usr/bin/aws') ? '/usr/bin/aws' : 'aws';
  const env = { HOME: home, PATH: path, LANG: 'C.UTF-8', AWS_EC2_METADATA_DISABLED: 'true', AWS_MAX_ATTEMPTS: '1' };
  // Versions before 2.13 do not know AWS_ENDPOINT_URL_STS.
  const aws = (args: readonly string[], more: Readonly<Record<string, string>> = {}) =>
    run(program, [...args, '--endpoint-url', stsUrl], { env: { ...env, ...more }, cwd: home });
  return Object.assign(aws, {
    async identity(profile?: string) {
      const args = ['sts', 'get-caller-identity', '--output', 'json', ...(profile ? ['--profile', profile] : [])];
      const { status, stdout, stderr } = await aws(args);
      if (status !== 0) throw new Error(stderr);
      return JSON.parse(stdout) as Identity;
    },
  });
}
