import type { AwsFilesContent } from '../../aws-files.ts';
import type { SsoSession } from '../sso-session.ts';
import { importedKeys, readMarker } from './marker.ts';
import type { Organisation } from './organisation.ts';
import { plainAccountName, profileNames } from './profile-names.ts';
import { profilesByRole, roleKey, rolesOf } from './profiles-by-role.ts';
import { planSync, type SyncChanges } from './sync-plan.ts';

/** What to import, and how. Empty lists mean all. */
export interface ImportChoice {
  readonly template: string;
  readonly region?: string | undefined;
  readonly accountIds: readonly string[];
  readonly roleNames: readonly string[];
}

type Keys = readonly (readonly [key: string, value: string])[];

/** Sections to add, remove and rename in the config file, in one edit. */
export interface ProfilesEdit {
  readonly kind: 'profiles';
  readonly add: readonly { readonly name: string; readonly keys: Keys }[];
  /** With what they must hold when they are removed. */
  readonly remove: readonly { readonly name: string; readonly keys: Keys }[];
  readonly rename: readonly {
    readonly from: string;
    readonly to: string;
    readonly before: Keys;
    readonly keys: Keys;
  }[];
}

export interface PlannedRole {
  readonly profile: string;
  readonly accountId: string;
  readonly accountName: string;
  readonly roleName: string;
}

export interface ImportPlan extends SyncChanges {
  readonly added: readonly PlannedRole[];
  /** Roles that have their profile already. */
  readonly already: number;
  readonly edit: ProfilesEdit;
}

/** What a plan is made from. */
export interface PlanParts {
  readonly organisation: Organisation;
  readonly session: SsoSession;
  readonly choice: ImportChoice;
  readonly content: AwsFilesContent;
}

/**
 * What has to change so that the config file has the chosen roles. `import` only
 * adds; `sync` also takes away and renames what an import wrote and nobody changed
 * since. The person's own profile of a role counts as that role's.
 */
export function planImport(mode: 'import' | 'sync', parts: PlanParts): ImportPlan {
  const { organisation, session, choice, content } = parts;
  const existing = profilesByRole(session, content);
  const wanted = rolesOf(organisation).filter(
    ({ accountId, roleName }) => chosen(choice.accountIds, accountId) && chosen(choice.roleNames, roleName),
  );
  const fresh = wanted.filter((role) => !existing.has(roleKey(role)));
  const { removed, renamed, left } = mode === 'sync' ? planSync(parts, existing) : nothing;

  // A name that a profile gives up in this same edit stays taken: the next sync may use it.
  const taken = [...content.profiles.keys(), ...renamed.map(({ profile }) => profile)];
  const names = profileNames(fresh, { template: choice.template, session: session.name, taken });
  const added = fresh.map((role, index) => ({ ...role, profile: names[index] ?? '' }));

  const keysOf = (role: PlannedRole, region: string | undefined) =>
    importedKeys({ ...role, accountName: plainAccountName(role), region }, session);
  const writtenIn = (profile: string) => {
    const imported = readMarker(content.profiles.get(profile) ?? {});
    return { region: imported?.region, keys: imported ? importedKeys(imported, session) : [] };
  };
  return {
    added,
    removed,
    renamed,
    left,
    already: wanted.length - fresh.length,
    edit: {
      kind: 'profiles',
      add: added.map((role) => ({ name: role.profile, keys: keysOf(role, choice.region) })),
      remove: removed.map(({ profile }) => ({ name: profile, keys: writtenIn(profile).keys })),
      rename: renamed.map((role) => {
        const { region, keys: before } = writtenIn(role.from);
        return { from: role.from, to: role.profile, before, keys: keysOf(role, region) };
      }),
    },
  };
}

const nothing: SyncChanges = { removed: [], renamed: [], left: [] };

const chosen = (list: readonly string[], one: string) => list.length === 0 || list.includes(one);
