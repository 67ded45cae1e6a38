import { useEffect, useState } from 'react';
import type { ProfileRow } from '../../../../electron/core/contract.ts';
import { useSettings, useSettingsActions, useSettingsClient } from '../../../app/settings-context.ts';

/**
 * The row of the profile that is looked at: the chosen one, else the active one, else
 * what Enter would mean in the list. `null` when there is no profile; `undefined` until it is known.
 */
export function useProfileRow(): ProfileRow | null | undefined {
  const client = useSettingsClient();
  const { fail } = useSettingsActions();
  const wanted = useSettings((state) => state.profile ?? state.sessions.activeProfile);
  const overview = useSettings((state) => state.overview);
  const [row, setRow] = useState<ProfileRow | null>();

  useEffect(() => {
    if (!overview) return;
    let current = true;
    void client.listProfiles({ query: '', from: 0, count: 0, keep: wanted ?? undefined }).then((answer) => {
      if (!current) return;
      if (!answer.ok) return fail(answer.failure);
      const { selected } = answer.value;
      setRow(selected?.kind === 'row' ? selected.row : null);
    });
    return () => {
      current = false;
    };
  }, [client, fail, wanted, overview]);
  return row;
}
