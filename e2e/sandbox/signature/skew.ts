import { AwsError } from '../protocol/aws-error.ts';

const toleranceMinutes = 5;
const toleranceMs = toleranceMinutes * 60_000;

/** `20150830T123600Z` as epoch milliseconds, or undefined when it is not of that form. */
export function parseAmzDate(text: string): number | undefined {
  const match = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text);
  if (!match) return undefined;
  const [year, month, day, hour, minute, second] = match.slice(1).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

export function amzDate(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
}

/**
 * Refuses a signature made too long ago or too far ahead, in STS's words. STS
 * itself allows 15 minutes, other services 5: the sandbox takes the stricter,
 * so that a client that only just passes here passes everywhere.
 */
export function checkSkew(signedAt: number, now: number): void {
  const signed = amzDate(signedAt);
  if (signedAt < now - toleranceMs) {
    const limit = `${amzDate(now - toleranceMs)} (${amzDate(now)} - ${toleranceMinutes} min.)`;
    throw new AwsError(403, 'SignatureDoesNotMatch', `Signature expired: ${signed} is now earlier than ${limit}`);
  }
  if (signedAt > now + toleranceMs) {
    const limit = `${amzDate(now + toleranceMs)} (${amzDate(now)} + ${toleranceMinutes} min.)`;
    throw new AwsError(
      403,
      'SignatureDoesNotMatch',
      `Signature not yet current: ${signed} is still later than ${limit}`,
    );
  }
}
