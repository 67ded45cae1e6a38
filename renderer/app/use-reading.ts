import { useEffect, useState } from 'react';
import type { Client } from '../../electron/core/client.ts';
import type { Reading } from '../../electron/core/contract.ts';

/** How far the reading of an organisation is, whoever began it; `undefined` when nobody did since the start. */
export function useReading(
  client: Pick<Client<'settings'>, 'organisationReading' | 'on'>,
  session: string,
): Reading | undefined {
  const [reading, setReading] = useState<Reading>();
  useEffect(() => {
    const stop = client.on('readingChanged', (next) => next.session === session && setReading(next));
    void client.organisationReading({ session }).then((answer) => {
      const known = answer.ok ? answer.value.reading : null;
      if (known) setReading((told) => told ?? known);
    });
    return stop;
  }, [client, session]);
  return reading;
}
