import { request as httpRequest } from 'node:http';
import { canonicalRequest } from '../signature/canonical-request.ts';
import { scopeText, signatureOf, stringToSign } from '../signature/signature.ts';
import { amzDate } from '../signature/skew.ts';

export interface SigningPlan {
  readonly url: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string | undefined;
  readonly service?: string;
  readonly region?: string;
  readonly signedAt?: number;
  /** The date in the credential's scope, when it should not be that of `signedAt`. */
  readonly scopeDate?: string;
  readonly form?: string;
  /** More headers, signed with the others. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Added after signing. */
  readonly afterwards?: Readonly<Record<string, string>>;
  /** Sent in place of the form that was signed. */
  readonly sentForm?: string;
  readonly leaveUnsigned?: string;
}

/** Signs and sends a request of one's own making, to be wrong in exactly one way. */
export function sendSigned(
  plan: SigningPlan,
): Promise<{ status: number; body: string; headers: NodeJS.Dict<string | string[]> }> {
  const form = plan.form ?? 'Action=GetCallerIdentity&Version=2011-06-15';
  const date = amzDate(plan.signedAt ?? Date.now());
  const headers: Record<string, string> = {
    'content-type': 'application/x-www-form-urlencoded',
    host: new URL(plan.url).host,
    'x-amz-date': date,
    ...(plan.sessionToken !== undefined && { 'x-amz-security-token': plan.sessionToken }),
    ...plan.headers,
  };
  const scope = {
    date: plan.scopeDate ?? date.slice(0, 8),
    region: plan.region ?? 'us-east-1',
    service: plan.service ?? 'sts',
  };
  const names = Object.keys(headers)
    .filter((name) => name !== plan.leaveUnsigned)
    .sort();
  const wire = { method: 'POST', target: '/', headers: Object.entries(headers), body: Buffer.from(form) };
  const signature = signatureOf(plan.secretAccessKey, scope, stringToSign(canonicalRequest(wire, names), date, scope));
  const authorization = `AWS4-HMAC-SHA256 Credential=${plan.accessKeyId}/${scopeText(scope)}, SignedHeaders=${names.join(';')}, Signature=${signature}`;
  return send(plan.url, { authorization, ...headers, ...plan.afterwards }, plan.sentForm ?? form);
}

/** One plain POST. */
export function send(url: string, headers: Readonly<Record<string, string>>, body: string) {
  return new Promise<{ status: number; body: string; headers: NodeJS.Dict<string | string[]> }>((resolve, reject) => {
    const request = httpRequest(url, { method: 'POST', headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          body: Buffer.concat(chunks).toString('utf8'),
          headers: response.headers,
        }),
      );
    });
    request.on('error', reject);
    request.end(body);
  });
}
