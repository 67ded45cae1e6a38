import { createRandom } from '../../../scorecard/lib/random.ts';
import { hostileNames } from './hostile-names.ts';
import type { OrganizationAccount } from './model.ts';

const teams = [
  'payments',
  'checkout',
  'search',
  'identity',
  'data-lake',
  'mobile',
  'logistics',
  'Risk',
  'HR',
  'Security',
];
const stages = ['prod', 'staging', 'dev', 'sandbox', 'test', 'qa', 'dr', 'shared'];
const regions = ['eu', 'us', 'apac', 'latam'];
const roles = [
  ...['AdministratorAccess', 'ReadOnlyAccess', 'PowerUserAccess', 'ViewOnlyAccess', 'Billing', 'SecurityAudit'],
  ...['SystemAdministrator', 'DatabaseAdministrator', 'NetworkAdministrator', 'DataScientist', 'SupportUser'],
  // All that a permission set's name may hold.
  ...['team-a_Deploy', 'Ops+OnCall@night', 'Admin=Full,EU', 'x', 'Break.Glass.Access.With.A.32.Char'],
];
/** Every so many accounts one has a name of `hostileNames`. */
const hostileEvery = 20;

/**
 * An organisation as large ones are: accounts by team, stage and region, some of
 * the same name, and some whose names an administrator should not have chosen.
 * The same seed gives the same organisation. Each account has as many roles as
 * asked for, at most sixteen.
 */
export function createOrganization(wanted: {
  readonly seed: number;
  readonly accounts: number;
  readonly rolesPerAccount: number;
}): readonly OrganizationAccount[] {
  const random = createRandom(wanted.seed);
  const ids = new Set<string>();
  return Array.from({ length: wanted.accounts }, (_, index) => {
    const team = random.pick(teams);
    const stage = random.pick(stages);
    const plain = random.chance(0.5) ? `${team}-${stage}-${random.pick(regions)}` : `Acme ${team} (${stage})`;
    const isHostile = index % hostileEvery === hostileEvery - 1;
    const name = isHostile ? (hostileNames[Math.floor(index / hostileEvery) % hostileNames.length] ?? plain) : plain;
    let id = '';
    do id = String(random.below(1_000_000_000_000)).padStart(12, '0');
    while (ids.has(id));
    ids.add(id);
    const first = random.below(roles.length);
    const own = Array.from({ length: Math.min(wanted.rolesPerAccount, roles.length) }, (_, at) => {
      return roles[(first + at) % roles.length] ?? '';
    });
    return { id, name, email: `aws+${id}@acme.example`, roles: own };
  });
}
