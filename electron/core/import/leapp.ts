import * as v from 'valibot';
import { failure } from '../failure.ts';
import { failed, ok, type Result } from '../result.ts';
import { shellWord } from '../shell-word.ts';
import { type Imported, type ImportedSection, type LeftBehind, readableName, valuesOf } from './imported.ts';

const text = v.optional(v.string());
const SessionSchema = v.looseObject({
  sessionId: v.string(),
  sessionName: v.string(),
  type: v.string(),
  region: text,
  roleArn: text,
  parentSessionId: text,
  roleSessionName: text,
  mfaDevice: text,
  awsSsoConfigurationId: text,
});
const WorkspaceSchema = v.looseObject({
  _sessions: v.array(SessionSchema),
  _awsSsoIntegrations: v.optional(
    v.array(v.looseObject({ id: v.string(), portalUrl: text, region: text, alias: text })),
    [],
  ),
});
type Session = v.InferOutput<typeof SessionSchema>;
type Workspace = v.InferOutput<typeof WorkspaceSchema>;

/** OpenSSL's `Salted__` in base64: how Leapp's workspace file begins. */
export function isLeappCipher(content: string): boolean {
  return /^\s*"?U2FsdGVkX1[A-Za-z0-9+/=\s]+"?\s*$/.test(content);
}

export function leappIsEncrypted() {
  return failure(
    'not-supported',
    'This is Leapp’s workspace, which Leapp encrypts with a key of its own; Rolecall cannot read it.',
    'While Leapp still runs, look its sessions up there and write them as profiles: rolecall config set PROFILE role_arn ARN. Its access keys stay in the keychain under Leapp’s name.',
  );
}

/** Reads a Leapp workspace that is JSON in clear. `undefined` when it is no workspace. */
export function readLeapp(json: unknown): Result<Imported> | undefined {
  const parsed = v.safeParse(WorkspaceSchema, json);
  if (!parsed.success) return undefined;
  const workspace = parsed.output;
  const left: LeftBehind[] = [];
  const sections = workspace._sessions.flatMap((session) => sectionOf(session, workspace, left) ?? []);
  if (sections.length === 0 && left.length === 0)
    return failed(failure('bad-input', 'This Leapp workspace holds no sessions.', 'Choose another file.'));
  return ok({ from: 'Leapp', sections, left });
}

function sectionOf(session: Session, workspace: Workspace, left: LeftBehind[]): ImportedSection | undefined {
  const { region, roleArn } = session;
  const name = readableName(session.sessionName);
  const what = `the session “${session.sessionName}”`;
  switch (session.type) {
    case 'awsIamUser':
      left.push({
        what,
        why: `its access key is in the keychain under Leapp’s name; bring it in with: rolecall keys add ${shellWord(name)}`,
      });
      return { kind: 'profile', name, values: valuesOf({ region, mfa_serial: session.mfaDevice }), needsSource: false };
    case 'awsIamRoleChained': {
      const parent = workspace._sessions.find(({ sessionId }) => sessionId === session.parentSessionId);
      const source = parent && parent.type !== 'awsIamRoleFederated' ? readableName(parent.sessionName) : undefined;
      const { roleSessionName: role_session_name } = session;
      const values = valuesOf({ role_arn: roleArn, source_profile: source, role_session_name, region });
      return { kind: 'profile', name, values, needsSource: source === undefined };
    }
    case 'awsSsoRole': {
      const portal = workspace._awsSsoIntegrations.find(({ id }) => id === session.awsSsoConfigurationId);
      const [, account, role] = /^arn:[\w-]+:iam::(\d{12})[:/](?:role\/)?(.+)$/.exec(roleArn ?? '') ?? [];
      if (!portal?.portalUrl || !account || !role) break;
      const sso = { sso_start_url: portal.portalUrl, sso_region: portal.region };
      const values = valuesOf({ ...sso, sso_account_id: account, sso_role_name: role, region });
      return { kind: 'profile', name, values, needsSource: false };
    }
    case 'awsIamRoleFederated':
      left.push({ what, why: 'it signs in with SAML, which Rolecall does not do' });
      return undefined;
  }
  left.push({ what, why: 'it is of a kind that has no place in an AWS config file' });
  return undefined;
}
