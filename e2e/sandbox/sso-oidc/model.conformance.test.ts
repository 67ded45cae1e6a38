import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { AwsError } from '../protocol/aws-error.ts';
import * as portalErrors from '../sso/errors.ts';
import * as oidcErrors from './errors.ts';

const models = new URL('../../../../shared/conformance/models', import.meta.url).pathname;

interface Shape {
  exception?: boolean;
  error?: { httpStatusCode: number };
  documentation?: string;
  members?: Record<string, { documentation?: string }>;
}
const shapesOf = (service: string): Record<string, Shape> =>
  JSON.parse(readFileSync(`${models}/${service}/2019-06-10/service-2.json`, 'utf8')).shapes;

describe.skipIf(!existsSync(models))('refusals', () => {
  it('of SSO-OIDC have the statuses and OAuth codes of the API model', () => {
    const shapes = shapesOf('sso-oidc');
    const { oauthCode, ...refusals } = oidcErrors;
    for (const refuse of Object.values(refusals)) {
      const { code, status } = refuse('');
      expect([code, shapes[code]?.exception, shapes[code]?.error?.httpStatusCode]).toEqual([code, true, status]);
    }
    for (const [code, { exception, members }] of Object.entries(shapes)) {
      if (!exception) continue;
      // The model says it in words: "the value will be <code>invalid_grant</code>".
      const said = /<code>([a-z_]+)<\/code>/.exec(members?.error?.documentation ?? '')?.[1];
      if (code !== 'InvalidRequestRegionException') expect([code, oauthCode(code)]).toEqual([code, said]);
    }
  });

  it('of the portal have the statuses of the API model, but for the one it does not name', () => {
    const shapes = shapesOf('sso');
    for (const refuse of Object.values(portalErrors) as ((message: never) => AwsError)[]) {
      const { code, status } = refuse({} as never);
      if (code === 'ForbiddenException') expect(shapes[code]).toBeUndefined();
      else expect([code, shapes[code]?.error?.httpStatusCode]).toEqual([code, status]);
    }
  });
});
