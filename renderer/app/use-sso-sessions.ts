import { useEffect, useState } from 'react';
import type { Client } from '../../electron/core/client.ts';
import type { SsoSessionRow } from '../../electron/core/contract.ts';

/** The Identity Center sessions, as they are now and as they change; `undefined` until they are known. */
export function useSsoSessions(
  client: Pick<Client<'settings'>, 'ssoSessions' | 'on'>,
): readonly SsoSessionRow[] | undefined {
  const [sessions, setSessions] = useState<readonly SsoSessionRow[]>();
  useEffect(() => {
    let told = false;
    const stop = client.on('ssoSessionsChanged', (rows) => {
      told = true;
      setSessions(rows);
    });
    const stopList = client.on('listChanged', () => void load());
    async function load(): Promise<void> {
      const answer = await client.ssoSessions({});
      if (answer.ok && !told) setSessions(answer.value.sessions);
      told = false;
    }
    void load();
    return () => {
      stop();
      stopList();
    };
  }, [client]);
  return sessions;
}
