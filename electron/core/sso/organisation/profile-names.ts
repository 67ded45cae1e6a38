/** The fields a naming template can have. */
const templateFields = ['account_name', 'account_id', 'role', 'session'] as const;
type Field = (typeof templateFields)[number];
export const defaultTemplate = '{account_name}-{role}';

export interface NamedRole {
  readonly accountId: string;
  readonly accountName: string;
  readonly roleName: string;
}

/** AWS's own limits for an account's and a role's name: only a hostile answer has longer ones. */
const LONGEST_ACCOUNT_NAME = 50;
const LONGEST_FIELD = 64;
/** A profile's name, and what an account's number and a counter may add to it. */
const LONGEST = 128;
const LONGEST_FILLED = LONGEST - '-012345678901'.length - '-9999'.length;

/** What is wrong with a template, in words; `undefined` for a good one. */
export function templateProblem(template: string): string | undefined {
  const fields = [...template.matchAll(/\{([^{}]*)\}/g)].map(([, field]) => field ?? '');
  const unknown = fields.find((field) => !(templateFields as readonly string[]).includes(field));
  if (unknown !== undefined) return 'It has a field that is not known.';
  if (/[{}]/.test(template.replaceAll(/\{[^{}]*\}/g, ''))) return 'It has a bracket without its other half.';
  if (!fields.includes('role')) return 'Without {role} the roles of an account would have one name.';
  if (!fields.includes('account_name') && !fields.includes('account_id'))
    return 'Without {account_name} or {account_id} a role would have one name in all accounts.';
  return undefined;
}

/** Letters, digits and - _ . @ + are what every SDK reads in a profile's name; runs of anything else become one dash. */
function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^A-Za-z0-9_.@+]+/g, '-')
    .replaceAll(/^[-.]+|[-.]+$/g, '');
}

/** An account's name as it stands in profile names. */
export const plainAccountName = ({ accountId, accountName }: Pick<NamedRole, 'accountId' | 'accountName'>): string =>
  cut(plain(accountName), LONGEST_ACCOUNT_NAME) || accountId;

/** No longer than that; the last character is not one that a name should not end with. */
const cut = (text: string, length: number): string => (text.length <= length ? text : plain(text.slice(0, length)));

function filled(template: string, role: NamedRole, session: string): string {
  const values: Record<Field, string> = {
    account_name: plainAccountName(role),
    account_id: role.accountId,
    role: cut(plain(role.roleName), LONGEST_FIELD) || 'role',
    session: cut(plain(session), LONGEST_FIELD) || 'sso',
  };
  const name = plain(template.replaceAll(/\{([^{}]*)\}/g, (_, field: Field) => values[field] ?? ''));
  return cut(name, LONGEST_FILLED);
}

/** Names that mean something else to one reader or another. */
const reserved = new Set(['default', '__proto__', '']);

/**
 * A name for each role, none twice and none of `taken`. Names are told apart
 * without regard to case, as a file system's and a person's eyes do. Where several
 * roles come to one name, each of them gets its account's number, whatever
 * the order in which AWS lists them; where that is taken, too, a counter.
 */
export function profileNames(
  roles: readonly NamedRole[],
  options: { readonly template: string; readonly session: string; readonly taken: Iterable<string> },
): string[] {
  const used = new Set([...options.taken].map((name) => name.toLowerCase()));
  const wanted = roles.map((role) => filled(options.template, role, options.session));
  const counts = new Map<string, number>();
  for (const name of wanted) counts.set(name.toLowerCase(), (counts.get(name.toLowerCase()) ?? 0) + 1);
  return roles.map((role, index) => {
    const name = wanted[index] ?? '';
    const isOwn = counts.get(name.toLowerCase()) === 1 && !used.has(name.toLowerCase()) && !reserved.has(name);
    const withId = name.endsWith(role.accountId) ? name : `${name}-${role.accountId}`;
    let chosen = isOwn ? name : withId;
    for (let count = 2; used.has(chosen.toLowerCase()); count++) chosen = `${withId}-${count}`;
    used.add(chosen.toLowerCase());
    return chosen;
  });
}
