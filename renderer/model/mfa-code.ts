export const CODE_LENGTH = 6;
const STEP_MS = 30_000;

/** The digits of what was typed or pasted, `123 456` and `123-456` included; undefined when it cannot be a code. */
export function codeDigits(typed: string): string | undefined {
  const digits = typed.replace(/[\s-]/g, '');
  return /^\d*$/.test(digits) && digits.length <= CODE_LENGTH ? digits : undefined;
}

/** Share of the current 30-second step that is left: after it the device shows another code. @see RFC 6238, section 5.2 */
export function stepLeft(now: number): number {
  return 1 - (now % STEP_MS) / STEP_MS;
}

/** The part of an MFA serial a person knows: `anna-phone` of `…:mfa/anna-phone`, or the hardware number. */
export function shortSerial(serial: string): string {
  return serial.slice(serial.lastIndexOf('/') + 1);
}

/** Role name and account of a role's ARN, for the prompt. */
export function roleOf(arn: string | undefined): { role: string; accountId: string } | undefined {
  const parts = arn?.match(/^arn:[^:]+:iam::(\d{12}):role\/(?:.*\/)?([^/]+)$/);
  return parts?.[1] && parts[2] ? { accountId: parts[1], role: parts[2] } : undefined;
}
