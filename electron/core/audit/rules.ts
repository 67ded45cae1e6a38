import type { CallInput, CallName, CallOutput } from '../contract.ts';
import type { AuditEvent, HandOutFacts } from './entry.ts';

/** How one call is written down. */
export interface AuditRule<N extends CallName> {
  readonly event: AuditEvent;
  /** Its answer is worth stealing: it is not given when it cannot be written down. */
  readonly handsOut: boolean;
  /** What the arguments say of it. Never a secret. */
  readonly facts?: (input: CallInput<N>) => HandOutFacts;
  /** What the answer says of it. Never a secret. */
  readonly answer?: (value: CallOutput<N>) => HandOutFacts;
}

const unlogged = null;

/**
 * What is written down of every call of the contract. A new call does not
 * compile before it has a line here: no hand-out goes by unseen.
 */
export const auditRules: { readonly [N in CallName]: AuditRule<N> | null } = {
  credentials: {
    event: 'credentials',
    handsOut: true,
    facts: named,
    answer: ({ AccessKeyId }) => ({ accessKeyId: AccessKeyId }),
  },
  switchProfile: { event: 'switch', handsOut: false, facts: named },
  renewSession: { event: 'renewed', handsOut: false, facts: named },
  lock: { event: 'lock', handsOut: false },
  unlock: { event: 'unlock', handsOut: false },
  lockState: unlogged,
  consoleLink: { event: 'console-link', handsOut: true, facts: console },
  openConsole: { event: 'console-open', handsOut: true, facts: console },
  copyConsoleLink: { event: 'console-link', handsOut: true, facts: console },
  consoleChoices: unlogged,
  favourConsole: unlogged,
  findConsole: unlogged,
  browsers: unlogged,
  chooseBrowser: { event: 'settings', handsOut: false, facts: ({ profile }) => ({ profile, detail: 'browser' }) },
  copyCredentials: { event: 'credentials', handsOut: true, facts: named },
  foldGroup: unlogged,
  foldAllGroups: unlogged,
  groupProfiles: unlogged,
  labelProfile: unlogged,
  // A name and a region: no secret.
  environment: unlogged,
  copyEnvironment: unlogged,
  openTerminal: unlogged,
  signOut: { event: 'sign-out', handsOut: false, facts: named },
  startSsoSignIn: {
    event: 'sso-sign-in',
    handsOut: false,
    facts: ({ method }) => ({ detail: method }),
    answer: ({ name, signIn }) => ({ detail: signIn ? `${name} ${signIn.method}` : name }),
  },
  ssoSignOut: { event: 'sso-sign-out', handsOut: false, answer: ({ session }) => ({ detail: session }) },
  applySsoImport: {
    event: 'file-edit',
    handsOut: false,
    answer: ({ session, counts }) => ({
      detail: `import ${session}: ${counts.added} added, ${counts.renamed} renamed, ${counts.removed} removed`,
    }),
  },
  ssoSessions: unlogged,
  readOrganisation: {
    event: 'organisation-read',
    handsOut: false,
    answer: ({ session }) => ({ detail: session }),
  },
  organisationReading: unlogged,
  awaitOrganisation: unlogged,
  stopOrganisation: unlogged,
  organisation: unlogged,
  planSsoImport: unlogged,
  awaitSsoSignIn: unlogged,
  cancelSsoSignIn: unlogged,
  handOffSsoSignIn: unlogged,
  addAccessKey: {
    event: 'key-added',
    handsOut: false,
    facts: ({ profile }) => ({ profile }),
    answer: ({ accessKeyId, userArn }) => ({ accessKeyId, arn: userArn }),
  },
  removeAccessKey: { event: 'key-removed', handsOut: false, facts: named },
  rotateAccessKey: {
    event: 'key-rotated',
    handsOut: false,
    facts: named,
    answer: ({ accessKeyId }) => ({ accessKeyId }),
  },
  takeKey: { event: 'key-added', handsOut: false, facts: ({ profile }) => ({ profile, detail: 'take' }) },
  putKeyBack: { event: 'key-removed', handsOut: false, facts: ({ profile }) => ({ profile, detail: 'put-back' }) },
  startMfaEnrolment: {
    event: 'mfa-enrolment-started',
    handsOut: true,
    facts: ({ profile }) => ({ profile }),
    answer: device,
  },
  mfaEnrolmentSecret: { event: 'mfa-secret-shown', handsOut: true },
  finishMfaEnrolment: { event: 'mfa-enrolled', handsOut: false, answer: device },
  cancelMfaEnrolment: { event: 'mfa-enrolment-cancelled', handsOut: false },
  addMfaSeed: { event: 'mfa-seed-added', handsOut: false, facts: device },
  removeMfaSeed: { event: 'mfa-seed-removed', handsOut: false, facts: device },
  applyFileEdit: {
    event: 'file-edit',
    handsOut: false,
    facts: ({ edit }) => ({ detail: edit.kind, ...('profile' in edit && { profile: edit.profile }) }),
  },
  changePreferences: {
    event: 'settings',
    handsOut: false,
    facts: ({ change }) => ({ detail: Object.keys(change).join(' ') }),
  },
  listMfaDevices: unlogged,
  markCareful: {
    event: 'settings',
    handsOut: false,
    facts: ({ profile, careful }) => ({ profile, detail: careful ? 'careful' : 'not careful' }),
  },
  // By its name and colour a person tells production from the rest.
  changeAccount: { event: 'settings', handsOut: false, facts: ({ accountId }) => ({ detail: `account ${accountId}` }) },
  setSessionDefault: { event: 'settings', handsOut: false, facts: ({ profile }) => ({ profile, detail: 'session' }) },
  sessionPlan: unlogged,
  profileDetails: unlogged,
  moveProfile: {
    event: 'settings',
    handsOut: false,
    facts: ({ from, to }) => ({ profile: to, detail: `renamed from ${from}` }),
  },
  welcome: unlogged,
  leaveWelcome: unlogged,
  snapshot: unlogged,
  overview: unlogged,
  listProfiles: unlogged,
  clockSkew: unlogged,
  pinProfile: unlogged,
  listAccessKeys: unlogged,
  previewFileEdit: unlogged,
  // What it opens stays in memory until a call that is written down gives it away.
  diagnose: unlogged,
  findClearKeys: unlogged,
  inspectAccessKey: unlogged,
  stopRotation: unlogged,
  currentRotations: unlogged,
  previewTakeKey: unlogged,
  previewPutKeyBack: unlogged,
  currentQuestion: unlogged,
  answerQuestion: unlogged,
  cancelQuestion: unlogged,
  accessKeyTarget: unlogged,
  showAccessKeyWindow: unlogged,
  preferences: unlogged,
  showMfaDeviceWindow: unlogged,
  mfaDeviceTarget: unlogged,
  showSettings: unlogged,
  settingsTarget: unlogged,
  refusedPreferences: unlogged,
  about: unlogged,
  showPopover: unlogged,
  closeWindow: unlogged,
  leaveList: unlogged,
  quit: unlogged,
  listAudit: unlogged,
  verifyAudit: unlogged,
};

function named({ profile }: { readonly profile?: string | undefined }): HandOutFacts {
  return profile === undefined ? {} : { profile };
}

function device({ mfaSerial }: { readonly mfaSerial: string }): HandOutFacts {
  return { detail: mfaSerial };
}

function console({ profile, region, service, resource }: CallInput<'consoleLink'>): HandOutFacts {
  // The address of a page may hold more than where it leads.
  const page = resource === undefined || resource.startsWith('arn:') ? resource : 'link';
  const detail = [service, page, region].filter((part) => part !== undefined).join(' ');
  return { profile, ...(detail !== '' && { detail }) };
}
