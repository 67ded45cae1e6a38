import { timingSafeEqual } from 'node:crypto';
import { AwsError } from '../protocol/aws-error.ts';
import type { Authorization } from './authorization.ts';
import { canonicalRequest, sha256Hex, type WireRequest } from './canonical-request.ts';
import { signatureOf, stringToSign } from './signature.ts';
import { checkSkew, parseAmzDate } from './skew.ts';

/** Throws unless the request was signed with this secret, for this service, near `now` (epoch ms). */
export function verifySignature(
  request: WireRequest,
  authorization: Authorization,
  secretAccessKey: string,
  expected: { readonly service: string; readonly now: number },
): void {
  const { scope, signedHeaders } = authorization;
  if (scope.service !== expected.service) {
    throw mismatch(`Credential should be scoped to correct service: '${expected.service}'. `);
  }
  requireSigned(request, signedHeaders);
  const amzDate = header(request, 'x-amz-date') ?? '';
  const signedAt = parseAmzDate(amzDate);
  if (signedAt === undefined) {
    throw new AwsError(400, 'IncompleteSignature', "Date must be in ISO-8601 'basic format'. See ISO-8601.");
  }
  if (scope.date !== amzDate.slice(0, 8)) {
    throw mismatch('Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP');
  }
  checkSkew(signedAt, expected.now);
  const claimed = header(request, 'x-amz-content-sha256');
  const bodyKept = claimed === undefined || claimed === sha256Hex(request.body);
  const right = signatureOf(
    secretAccessKey,
    scope,
    stringToSign(canonicalRequest(request, signedHeaders), amzDate, scope),
  );
  if (!bodyKept || !sameText(right, authorization.signature)) {
    throw mismatch(
      'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.',
    );
  }
}

/** Host and every x-amz header must be covered, or they could be changed on the way. */
function requireSigned(request: WireRequest, signedHeaders: readonly string[]): void {
  if (!signedHeaders.includes('host')) {
    throw mismatch("'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.");
  }
  for (const [name] of request.headers) {
    const lower = name.toLowerCase();
    if (lower.startsWith('x-amz-') && !signedHeaders.includes(lower)) {
      throw mismatch(`'${lower}' must be a 'SignedHeader' in the AWS Authorization.`);
    }
  }
}

export function header(request: WireRequest, name: string): string | undefined {
  return request.headers.find(([key]) => key.toLowerCase() === name)?.[1].trim();
}

function sameText(a: string, b: string): boolean {
  const [x, y] = [Buffer.from(a), Buffer.from(b)];
  return x.length === y.length && timingSafeEqual(x, y);
}

const mismatch = (message: string) => new AwsError(403, 'SignatureDoesNotMatch', message);
