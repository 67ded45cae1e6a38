import { type SectionKey, sectionKeys } from '../calls/file-edits.ts';
import { shellWord } from '../shell-word.ts';
import {
  type Imported,
  type ImportedSection,
  type ImportPartitions,
  iamRoleArn,
  type LeftBehind,
  readableName,
  valuesOf,
} from './imported.ts';

/** A section of an INI file as it stands there. */
export interface IniSection {
  /** What stands between the brackets. */
  readonly header: string;
  readonly line: number;
  /** Keys in lower case. */
  readonly values: Readonly<Record<string, string>>;
}

type Tool = 'AWS Extend Switch Roles' | 'granted' | 'aws-vault' | 'an AWS config file';

/** Keys that only one tool knows give its files away. */
const tells: readonly (readonly [Tool, RegExp])[] = [
  ['granted', /^(granted_|common_fate_)/],
  ['aws-vault', /^(include_profile|parent_profile|mfa_process|role_chaining)$/],
  ['AWS Extend Switch Roles', /^(aws_account_id|role_name|color|image|target_role_name|target_region)$/],
];
const grantedKeys: Readonly<Record<string, SectionKey>> = {
  granted_sso_start_url: 'sso_start_url',
  granted_sso_region: 'sso_region',
  granted_sso_account_id: 'sso_account_id',
  granted_sso_role_name: 'sso_role_name',
  granted_sso_registration_scopes: 'sso_registration_scopes',
};
const secretKeys = /^aws_(access_key_id|secret_access_key|session_token|security_token)$/;
/** What other tools keep for themselves: said once, all together. */
const known: ReadonlySet<string> = new Set(sectionKeys);

/**
 * Reads the sections of AWS Extend Switch Roles, granted (a registry or what it
 * generates), aws-vault, or of an AWS config file: they share one form. Secrets and
 * commands stay behind, and are said.
 */
export function readIniSections(sections: readonly IniSection[], partitions: ImportPartitions): Imported {
  const keys = sections.flatMap(({ values }) => Object.keys(values));
  const from = tells.find(([, tell]) => keys.some((key) => tell.test(key)))?.[0] ?? 'an AWS config file';
  const left: LeftBehind[] = [];
  const unknown = new Set<string>();
  const byName = new Map(sections.map((section) => [nameOf(section), section]));
  const read: ImportedSection[] = [];
  for (const section of sections) {
    const name = nameOf(section);
    const values = { ...included(section, byName), ...section.values };
    for (const key of Object.keys(section.values)) if (!isUsed(key)) unknown.add(key);
    const made = section.header.startsWith('sso-session ')
      ? { kind: 'sso-session' as const, name, values: importable(values), needsSource: false }
      : profileOf(name, section, values, partitions, left);
    if (made && Object.keys(made.values).length > 0) read.push(made);
  }
  if (unknown.size > 0)
    left.push({ what: [...unknown].sort().join(', '), why: 'these keys mean nothing to AWS’s tools' });
  return { from, sections: settleSources(read, from), left };
}

function nameOf({ header }: IniSection): string {
  const bare = header.replace(/^(profile|sso-session)[ \t]+/, '').replace(/^(["'])(.*)\1$/, '$2');
  return readableName(bare);
}

function isUsed(key: string): boolean {
  return (
    known.has(key) ||
    key in grantedKeys ||
    secretKeys.test(key) ||
    /^(aws_account_id|role_name|include_profile|credential_process|mfa_process|common_fate_generated_from)$/.test(key)
  );
}

function importable(values: Readonly<Record<string, string | undefined>>): ImportedSection['values'] {
  return valuesOf(Object.fromEntries(Object.entries(values).filter(([key]) => known.has(key))));
}

/** aws-vault's own inheritance: what the named sections say, nearest first. */
function included(section: IniSection, byName: ReadonlyMap<string, IniSection>): Record<string, string> {
  const all: Record<string, string>[] = [];
  const seen = new Set([section]);
  for (let at = byName.get(section.values.include_profile ?? ''); at && !seen.has(at); ) {
    seen.add(at);
    all.unshift(at.values);
    at = byName.get(at.values.include_profile ?? '');
  }
  return Object.assign({}, ...all);
}

function profileOf(
  name: string,
  { header, line, values: ownValues }: IniSection,
  values: Readonly<Record<string, string>>,
  partitions: ImportPartitions,
  left: LeftBehind[],
): ImportedSection | undefined {
  const what = `[${header}], line ${line}`;
  const { aws_account_id: account, role_name: roleName } = values;
  const { credential_process: command } = ownValues;
  if (Object.keys(ownValues).some((key) => secretKeys.test(key)))
    left.push({ what, why: `its access key is a secret; bring it in with: rolecall keys add ${shellWord(name)}` });
  const granted = Object.entries(grantedKeys).map(([theirs, ours]) => [ours, values[theirs]] as const);
  const isGranted = granted.some(([, value]) => value);
  if (command && !isGranted) left.push({ what, why: whyNot(command, name) });
  if (ownValues.mfa_process) left.push({ what, why: 'its mfa_process is a command, and commands are not imported' });

  const own = importable({ ...values, ...Object.fromEntries(granted.filter(([, value]) => value)) });
  if (own.role_arn || !account || !roleName) {
    // An account without a role is a place to start from in the browser, and nothing to AWS's tools.
    if (account && !own.role_arn) return undefined;
    return { kind: 'profile', name, values: own, needsSource: false };
  }
  if (!/^\d{12}$/.test(account)) {
    left.push({ what, why: 'it names its account by an alias; put the 12 digits there' });
    return undefined;
  }
  const partition = (values.region && partitions.ofRegion(values.region)) || 'aws';
  const role_arn = iamRoleArn(partition, account, roleName);
  return { kind: 'profile', name, values: valuesOf({ role_arn, ...own }), needsSource: false };
}

function whyNot(command: string, name: string): string {
  const tool = /(?:^|[\\/"' ])(granted|aws-vault|leapp)(?:\.exe)?["' ]/.exec(`${command} `)?.[1];
  if (!tool) return 'its credential_process is a command, and commands are not imported';
  return `its access key is in ${tool}’s own store, which only ${tool} can read; bring it in with: rolecall keys add ${shellWord(name)}`;
}

/** A source that is another section of the same file is kept; any other name is the importing tool's own. */
function settleSources(sections: readonly ImportedSection[], from: Tool): ImportedSection[] {
  const names = new Set(sections.map(({ name }) => name));
  return sections.map((section) => {
    const { role_arn, source_profile, credential_source, web_identity_token_file } = section.values;
    if (!role_arn || credential_source || web_identity_token_file) return section;
    if (source_profile && (names.has(source_profile) || from !== 'AWS Extend Switch Roles')) return section;
    const { source_profile: _, ...values } = section.values;
    return { ...section, values, needsSource: true };
  });
}
