import type { ProfileRow } from '../../core/contract.ts';
import { plainName } from '../../core/plain-name.ts';
import { ok } from '../../core/result.ts';
import { problemLine } from '../problem-line.ts';
import { sessionText } from '../session-text.ts';
import { styleFor, table } from '../style.ts';
import type { Command } from '../world.ts';

export const list: Command<object> = async (_options, world) => {
  const snapshot = await world.program.call('snapshot', {});
  if (!snapshot.ok) return snapshot;
  const { catalog, sessions } = snapshot.value;
  const style = styleFor(world);
  const now = world.now();
  const sessionOf = (row: ProfileRow) => sessions.byProfile[row.name];
  const header = ['PROFILE', 'ACCOUNT', 'ROLE', 'REGION', 'STATE'].map(style.faint);
  const lines = catalog.rows.map((row) => {
    const active = row.name === sessions.activeProfile;
    const name = plainName(row.name);
    const state = [
      ...(active ? ['active'] : []),
      row.failure ? plainName(row.failure.message) : sessionText(sessionOf(row), now),
    ];
    return [
      active ? style.strong(name) : name,
      row.accountId ?? '',
      plainName(row.roleName ?? (row.kind === 'role' ? '' : row.kind)),
      plainName(row.region ?? ''),
      state.filter((word) => word !== '').join(', '),
    ];
  });
  return ok({
    json: {
      profiles: catalog.rows.map((row) => ({
        ...row,
        active: row.name === sessions.activeProfile,
        session: sessionOf(row) ?? { state: 'inactive' },
      })),
      problems: catalog.problems,
      defaultHandedOver: catalog.defaultHandedOver,
    },
    text: lines.length === 0 ? 'No profile leads to a role or a user.' : table([header, ...lines]),
    notes: catalog.problems.map(problemLine),
  });
};
