import { AwsError } from '../protocol/aws-error.ts';
import type { CredentialScope } from './signature.ts';

/** The parts of `Authorization: AWS4-HMAC-SHA256 Credential=…, SignedHeaders=…, Signature=…`. */
export interface Authorization {
  readonly accessKeyId: string;
  readonly scope: CredentialScope;
  readonly signedHeaders: readonly string[];
  readonly signature: string;
}

/** Reads the header, or throws `MissingAuthenticationToken` or `IncompleteSignature`. */
export function parseAuthorization(header: string | undefined): Authorization {
  if (!header) throw new AwsError(403, 'MissingAuthenticationToken', 'Request is missing Authentication Token');
  if (!header.startsWith('AWS4-HMAC-SHA256 '))
    throw incomplete('Unsupported AWS algorithm in the Authorization header.');
  const fields = new Map(
    header
      .slice('AWS4-HMAC-SHA256 '.length)
      .split(',')
      .map((field) => field.trim().split(/=(.*)/s).slice(0, 2) as [string, string]),
  );
  for (const name of ['Credential', 'Signature', 'SignedHeaders']) {
    if (!fields.get(name)) throw incomplete(`Authorization header requires '${name}' parameter.`);
  }
  const [accessKeyId, date, region, service, terminator, ...more] = (fields.get('Credential') ?? '').split('/');
  if (!accessKeyId || !date || !region || !service || terminator !== 'aws4_request' || more.length > 0) {
    throw incomplete('Credential must have exactly 5 slash-delimited elements.');
  }
  return {
    accessKeyId,
    scope: { date, region, service },
    signedHeaders: (fields.get('SignedHeaders') ?? '').split(';'),
    signature: fields.get('Signature') ?? '',
  };
}

const incomplete = (message: string) => new AwsError(400, 'IncompleteSignature', message);
