import type { Diagnosis } from '../../electron/core/doctor/check.ts';
import { notAuthorized } from './profiles.ts';

const userArn = 'arn:aws:iam::904417236685:user/anna';
const roleArn = 'arn:aws:iam::418295063117:role/Deployment';
const statement = (more: object) =>
  JSON.stringify(
    { Version: '2012-10-17', Statement: [{ Effect: 'Allow', ...more, Action: 'sts:AssumeRole' }] },
    null,
    2,
  );

/** A role that AWS refused to a user who has no MFA device in the profile. */
export const refusedDiagnosis: Diagnosis = {
  profile: 'staging-deploy',
  checks: [
    { id: 'plan', title: 'Profile', status: 'passed', why: 'The access key of "company" → Deployment in 418295063117' },
    { id: 'key', title: 'Access key', status: 'passed', why: 'AKIA…MPLE is in the keychain.' },
    { id: 'identity', title: 'Identity', status: 'passed', why: `AWS knows you as ${userArn}.` },
    {
      id: 'outcome',
      title: 'Credentials',
      status: 'failed',
      why: 'AWS refused to let you assume Deployment. The request carried no MFA code and no external id.',
    },
    {
      id: 'mfa',
      title: 'MFA',
      status: 'unknown',
      why: 'The request carries none. Whether the trust policy demands it, only the owner of the role can tell.',
      fixes: (notAuthorized.fixes ?? []).slice(0, 1),
    },
    { id: 'partition', title: 'Partition', status: 'passed', why: 'You and the role are both in aws.' },
    {
      id: 'clock',
      title: 'Clock',
      status: 'passed',
      why: "This computer's clock is within 1 s of AWS's.",
    },
  ],
  failure: {
    ...notAuthorized,
    causes: [
      'The trust policy may demand MFA, and "staging-deploy" names no mfa_serial.',
      'The role belongs to another account, and "staging-deploy" sends no external id, which its trust policy may demand.',
      `The trust policy of Deployment may not name ${userArn}.`,
    ],
  },
  proposal: {
    roleArn,
    accountId: '418295063117',
    trustPolicy: statement({ Principal: { AWS: userArn } }),
    notes: [
      `The principal is exactly ${userArn}: nobody else of the account 904417236685 is admitted.`,
      'The conditions are what this profile sends; each may be left out, and each one left out admits more.',
    ],
    identityPolicy: statement({ Resource: roleArn }),
  },
};
