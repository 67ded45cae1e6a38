import type { AskedOfAws, AwsError, ErrorRow, Words } from './aws-error.ts';

/** Somebody's policy says no. AWS does not say whose unless it may, so the request's own lacks are named. */
export const refusals: readonly ErrorRow[] = [
  {
    code: /^AccessDenied$/,
    text: /not authorized to perform: sts:(TagSession|SetSourceIdentity)/,
    kind: 'not-authorized',
    say: besideTheRole,
  },
  {
    code: /^AccessDenied$/,
    text: /may not be assumed by root accounts/i,
    kind: 'not-authorized',
    say: (_error, asked) => [
      `The root user of an account may not assume a role, and the access key of this chain is the root user’s (${role(asked)}).`,
      'Use the access key of an IAM user, and delete the root user’s key in IAM.',
    ],
  },
  { code: /^(AccessDenied|UnauthorizedOperation)$/, kind: 'not-authorized', say: notAuthorized },
];

/** Tags and a source identity need permissions of their own, on both sides. */
function besideTheRole(error: AwsError, asked: AskedOfAws): Words {
  const tags = /sts:TagSession/.test(error.text);
  return [
    `AWS refused to let you ${tags ? 'send session tags to' : 'set a source identity in'} ${role(asked)}.`,
    tags
      ? 'The role’s trust policy and your own policies must also allow sts:TagSession; or leave the session tags out.'
      : 'The role’s trust policy and your own policies must also allow sts:SetSourceIdentity, and a chain keeps the source identity it began with; or leave it out.',
    causesInText(error.text),
  ];
}

/** Names what this request did not carry, because a trust policy that demands it refuses with these same words. */
function notAuthorized(error: AwsError, asked: AskedOfAws): Words {
  if (asked.action !== 'AssumeRole') {
    return [
      `This access key may not call ${asked.action}.`,
      'Ask for the permission in IAM; some policies demand MFA first: then set mfa_serial in the profile.',
      causesInText(error.text),
    ];
  }
  const lacked: string[] = [];
  const remedies: string[] = [];
  if (!asked.sentMfaCode && !asked.signedWithSession) {
    lacked.push('no MFA code');
    remedies.push('If the role’s trust policy demands MFA, set mfa_serial in the profile.');
  }
  if (!asked.sentExternalId) {
    lacked.push('no external id');
    remedies.push('If it demands an external id, set external_id.');
  } else {
    remedies.push('Compare external_id with the one that the role’s trust policy names.');
  }
  remedies.push('The trust policy must name you, and your own policies must allow sts:AssumeRole on this role.');
  const explicit = /explicit deny/i.test(error.text) ? ' A policy denies it explicitly.' : '';
  const carried = lacked.length > 0 ? ` The request carried ${lacked.join(' and ')}.` : '';
  return [
    `AWS refused to let you assume ${role(asked)}.${explicit}${carried}`,
    remedies.join(' '),
    causesInText(error.text),
  ];
}

/**
 * Where AWS itself says which kind of policy it was: worth more than any guess.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
 */
function causesInText(text: string): string[] {
  const denied = /with an explicit deny in an? ([\w -]+?)(?::|$|\.)/i.exec(text)?.[1];
  if (denied !== undefined) return [`AWS says: an explicit deny in a policy of this kind: ${denied.trim()}.`];
  const lacking = /because no ([\w -]+?) allows the ([\w:]+) action/i.exec(text);
  return lacking ? [`AWS says: no ${lacking[1]} allows ${lacking[2]}.`] : [];
}

const role = (asked: AskedOfAws) => asked.roleArn ?? 'the role';
