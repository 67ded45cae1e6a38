import { useEffect, useState } from 'react';
import type { CallInput, ConsoleChoices } from '../../electron/core/contract.ts';
import { useActions, usePopoverClient } from '../app/popover-context.ts';

/** Favourite services and regions: marked here at once, and in the settings. */
export function useFavourites({ favouriteServices, regions }: ConsoleChoices) {
  const client = usePopoverClient();
  const actions = useActions();
  const [marked, setMarked] = useState({ service: new Set<string>(), region: new Set<string>() });

  useEffect(() => {
    const favourites = regions.flatMap(({ code, favourite }) => (favourite ? [code] : []));
    setMarked({ service: new Set(favouriteServices), region: new Set(favourites) });
  }, [favouriteServices, regions]);

  async function mark(kind: CallInput<'favourConsole'>['kind'], id: string, favourite: boolean): Promise<void> {
    const next = new Set(marked[kind]);
    if (favourite) next.add(id);
    else next.delete(id);
    setMarked({ ...marked, [kind]: next });
    actions.settled(await client.favourConsole({ kind, id, favourite }));
  }

  return { services: marked.service, regions: marked.region, mark };
}
