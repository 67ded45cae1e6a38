import { settingsOf } from '../../profiles/profile-settings.ts';
import type { PlannedRole, PlanParts } from './import-plan.ts';
import { isUntouched, readMarker } from './marker.ts';
import { type NamedRole, plainAccountName, profileNames } from './profile-names.ts';
import { roleKey, rolesOf } from './profiles-by-role.ts';

/** What became of profiles that an import wrote. */
export interface SyncChanges {
  readonly removed: readonly PlannedRole[];
  readonly renamed: readonly (PlannedRole & { readonly from: string })[];
  /** What stays as it is, although AWS has it no more or otherwise: changed by the person, or the source of other profiles. */
  readonly left: readonly {
    readonly profile: string;
    readonly why: 'gone' | 'renamed';
    readonly because: 'changed' | 'used';
  }[];
}

/** Compares what an import wrote with what AWS has now. Profiles that no import wrote are not looked at. */
export function planSync(
  { organisation, session, choice, content }: PlanParts,
  existing: ReadonlyMap<string, readonly string[]>,
): SyncChanges {
  const roles = new Map(rolesOf(organisation).map((role) => [roleKey(role), role]));
  const sources = new Set<string>();
  for (const values of content.profiles.values()) {
    const source = settingsOf(values)('source_profile');
    if (source !== undefined) sources.add(source);
  }
  const removed: PlannedRole[] = [];
  const moved: { from: string; role: NamedRole }[] = [];
  const left: SyncChanges['left'][number][] = [];

  for (const [key, profiles] of existing) {
    const role = roles.get(key);
    for (const profile of profiles) {
      const values = content.profiles.get(profile) ?? {};
      const imported = readMarker(values);
      if (!imported) continue;
      const why = role === undefined ? 'gone' : 'renamed';
      if (role && (imported.accountName === plainAccountName(role) || !choice.template.includes('{account_name}')))
        continue;
      if (!isUntouched(profile, values, session)) left.push({ profile, why, because: 'changed' });
      else if (sources.has(profile)) left.push({ profile, why, because: 'used' });
      else if (role) moved.push({ from: profile, role });
      else {
        const { accountId, accountName, roleName } = imported;
        removed.push({ profile, accountId, accountName, roleName });
      }
    }
  }

  const names = profileNames(
    moved.map(({ role }) => role),
    { template: choice.template, session: session.name, taken: content.profiles.keys() },
  );
  const renamed = moved.map(({ from, role }, index) => ({ ...role, from, profile: names[index] ?? from }));
  return { removed, renamed, left };
}
