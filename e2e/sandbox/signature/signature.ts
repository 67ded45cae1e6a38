import { createHmac } from 'node:crypto';
import { sha256Hex } from './canonical-request.ts';

/** What the `Credential` of an Authorization header is scoped to. */
export interface CredentialScope {
  /** `YYYYMMDD`. */
  readonly date: string;
  readonly region: string;
  readonly service: string;
}

export function stringToSign(canonical: string, amzDate: string, scope: CredentialScope): string {
  return ['AWS4-HMAC-SHA256', amzDate, scopeText(scope), sha256Hex(canonical)].join('\n');
}

export function scopeText({ date, region, service }: CredentialScope): string {
  return `${date}/${region}/${service}/aws4_request`;
}

/** The signature in lower-case hex. */
export function signatureOf(secretAccessKey: string, scope: CredentialScope, text: string): string {
  const steps = [scope.date, scope.region, scope.service, 'aws4_request'];
  const key = steps.reduce<string | Buffer>((k, step) => hmac(k, step), `AWS4${secretAccessKey}`);
  return hmac(key, text).toString('hex');
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}
