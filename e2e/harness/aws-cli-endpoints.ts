import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Sandbox } from '../sandbox/sandbox.ts';

/**
 * Leads AWS CLI to a sandbox for commands that take no `--endpoint-url`, as `aws
 * sso login`, also in versions that know no AWS_ENDPOINT_URL_…: botocore prefers
 * the endpoint rules of `~/.aws/models` to its own.
 */
export function leadAwsCliTo(sandbox: Sandbox, home: string): void {
  const { sso, ssoOidc, sts } = sandbox.endpoints;
  const services = { 'sso/2019-06-10': sso, 'sso-oidc/2019-06-10': ssoOidc, 'sts/2011-06-15': sts };
  for (const [service, url] of Object.entries(services)) {
    const folder = join(home, '.aws/models', service);
    mkdirSync(folder, { recursive: true });
    const rules = {
      version: '1.0',
      parameters: { Region: { builtIn: 'AWS::Region', required: false, documentation: '', type: 'String' } },
      rules: [{ conditions: [], endpoint: { url, properties: {}, headers: {} }, type: 'endpoint' }],
    };
    writeFileSync(join(folder, 'endpoint-rule-set-1.json'), JSON.stringify(rules));
  }
}
