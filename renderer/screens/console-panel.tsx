import { useEffect, useMemo, useState } from 'react';
import type { BrowserChoice } from '../../electron/core/console/browser-choice.ts';
import type { CallOutput, ConsoleChoices } from '../../electron/core/contract.ts';
import { useActions, usePopover, usePopoverClient, useRow } from '../app/popover-context.ts';
import { regionText, servicePicks } from '../model/console-picks.ts';
import { Button } from '../parts/button.tsx';
import { IconConsole, IconCopy } from '../parts/icons.ts';
import { Panel } from '../parts/panel.tsx';
import { PickList, pickOf } from '../parts/pick-list.tsx';
import type { ConsoleTarget } from '../store/state.ts';
import { text } from '../text.ts';
import { ConsoleBrowser } from './console-browser.tsx';
import { RegionField, RegionPanel } from './console-region.tsx';
import { useFavourites } from './use-favourites.ts';

const words = text.console;
const nothing: ConsoleChoices = { recentServices: [], favouriteServices: [], regions: [], last: {} };

/** Which console to open: any service, any region. Enter opens what is selected. */
export function ConsolePanel({ profile }: { profile: string }) {
  const client = usePopoverClient();
  const actions = useActions();
  const row = useRow(profile);
  const opening = usePopover((state) => state.openingConsole !== null);
  const [choices, setChoices] = useState(nothing);
  const [browsers, setBrowsers] = useState<CallOutput<'browsers'>>();
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState<string>();
  const [region, setRegion] = useState('');
  const [choosesRegion, setChoosesRegion] = useState(false);
  const favourites = useFavourites(choices);

  useEffect(() => {
    client.consoleChoices({ profile }).then((answer) => {
      if (!answer.ok) return;
      setChoices(answer.value);
      setChosen(answer.value.last.service);
      setRegion(answer.value.last.region ?? '');
    });
    client.browsers({ profile }).then((answer) => answer.ok && setBrowsers(answer.value));
  }, [client, profile]);

  /** Kept for the profile, and good for what is opened now. */
  async function chooseBrowser(choice: BrowserChoice | null): Promise<void> {
    if (!browsers) return;
    const { installed } = browsers;
    setBrowsers({ installed, ...(choice && { chosen: choice }) });
    actions.settled(await client.chooseBrowser({ profile, choice }));
  }

  const picks = useMemo(() => servicePicks(query, choices, favourites.services), [query, choices, favourites.services]);
  const targetOf = (service: string): ConsoleTarget => ({
    service: service || undefined,
    region: region || undefined,
    browser: browsers && (browsers.chosen ?? 'default'),
    keep: true,
  });

  async function open(service: string): Promise<void> {
    actions.show(null);
    await actions.openConsole(profile, targetOf(service));
  }

  async function copy(service: string): Promise<void> {
    actions.show(null);
    await actions.copyConsoleLink(profile, targetOf(service));
  }

  /** Where nothing was found there is nothing to open, as the list says. */
  function withPick(act: (service: string) => Promise<void>): void {
    const pick = pickOf(picks, chosen);
    if (pick) void act(pick.id);
  }

  if (choosesRegion) {
    return (
      <RegionPanel
        profile={profile}
        choices={choices}
        favourites={favourites.regions}
        chosen={region}
        onFavourite={(code, favourite) => void favourites.mark('region', code, favourite)}
        onChoose={(code) => {
          if (code !== undefined) setRegion(code);
          setChoosesRegion(false);
        }}
      />
    );
  }
  return (
    <Panel
      title={words.title(profile)}
      production={row?.production}
      onBack={() => actions.show(null)}
      actions={
        <>
          <Button icon={IconCopy} onPress={() => withPick(copy)}>
            {words.copy}
          </Button>
          <Button look="primary" icon={IconConsole} busy={opening} onPress={() => withPick(open)}>
            {words.open}
          </Button>
        </>
      }
    >
      <PickList
        words={words.services}
        picks={picks}
        query={query}
        onQuery={(typed) => {
          setQuery(typed);
          setChosen(undefined);
        }}
        chosen={chosen}
        onChoose={setChosen}
        onTake={(service) => void open(service)}
        onFavourite={(path, favourite) => void favourites.mark('service', path, favourite)}
      />
      <RegionField chosen={regionText(region, choices, row?.region)} onPress={() => setChoosesRegion(true)} />
      {browsers && browsers.installed.length > 0 && (
        <ConsoleBrowser known={browsers} onChoose={(choice) => void chooseBrowser(choice)} />
      )}
    </Panel>
  );
}
