/**
 * The default session name: who, at a glance, in CloudTrail. AWS allows 2–64 of
 * `[\w+=,.@-]`; anything else in a user's name becomes `-`.
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
 */
export function roleSessionName(userName: string): string {
  const cleaned = userName.replace(/[^A-Za-z0-9_+=,.@-]/g, '-');
  return `rolecall-${cleaned}`.slice(0, 64);
}
