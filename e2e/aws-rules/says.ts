import { expect } from '../harness/test.ts';

/** What each failure says. Each text must fit its own pattern and no other: a message that fits two explains neither. */
export const says = {
  'wrong code': /AWS did not accept the MFA code/,
  'used code': /This code was used already/,
  'wrong device': /AWS could not check the MFA code/,
  'code missing': /AWS wants an MFA code for this, and none was sent/,
  'MFA demanded': /refused to let you assume .*\. The request carried no MFA code/,
  'external id missing': /refused to let you assume .*\. The request carried no external id\./,
  'not trusted': /refused to let you assume \S+\.$/,
  'denied explicitly': /refused to let you assume .* A policy denies it explicitly\./,
  'no tags': /refused to let you send session tags/,
  'no source identity': /refused to let you set a source identity/,
  'root user': /The root user of an account may not assume a role/,
  'too long': /The role allows shorter sessions than the/,
  chained: /A role assumed with temporary credentials lasts one hour at most/,
  'region off': /STS is not active in /,
  'policy too large': /Session policies and tags are larger than AWS takes/,
  'policy malformed': /AWS could not read the session policy/,
  'session over': /The session that this role is assumed from has expired/,
  'key unknown': /AWS does not know this access key/,
  'secret wrong': /The secret access key does not belong to this access key id/,
  'clock off': /This computer’s clock is (slow|fast|off)/,
  throttled: /AWS is limiting requests for this account/,
  'AWS in trouble': /AWS had an internal error/,
  'AWS not reachable': /STS of AWS could not be reached: the connection was/,
  'keychain locked': /The keychain is locked/,
  'keychain missing': /There is no keychain on this system/,
  'key missing': /There is no access key for "bob" yet/,
} as const;

export function expectOnly(kind: keyof typeof says, text: string): void {
  const fitting = Object.entries(says).filter(([, pattern]) => pattern.test(text));
  expect(
    fitting.map(([name]) => name),
    text,
  ).toEqual([kind]);
}
