import type { Check } from '../../electron/core/doctor/check.ts';

const status: Readonly<Record<Check['status'], string>> = {
  passed: 'passed',
  notice: 'worth knowing',
  failed: 'failed',
  unknown: 'not known',
};

/** Why a profile does not work. */
export const diagnosisText = {
  diagnosis: {
    why: 'Why?',
    title: (profile: string) => `Why ${profile} fails`,
    looking: 'Asking AWS who you are…',
    trying: 'Asking AWS again…',
    status,
    checks: 'What was checked',
    causes: 'Likely causes, the likeliest first',
    proposal: (accountId: string) => `For the owner of account ${accountId}`,
    proposalHint: 'This trust policy of the role would admit you. Send it to whoever may change the role.',
    identity: 'And in your own account',
    identityHint: 'Your user or role needs this permission, too.',
    trustPolicy: 'Trust policy',
    identityPolicy: 'Permission',
    copy: 'Copy',
    copied: 'Copied',
    notCopied: 'Select the text and copy it',
    again: 'Check again',
  },
} as const;
