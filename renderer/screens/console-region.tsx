import { type KeyboardEvent, useId, useState } from 'react';
import type { ConsoleChoices } from '../../electron/core/contract.ts';
import { useRow } from '../app/popover-context.ts';
import { type Favourites, regionPicks } from '../model/console-picks.ts';
import { meaningOf, pickKeys } from '../model/keys.ts';
import { IconChoose } from '../parts/icons.ts';
import { pressedKeys } from '../parts/keys.tsx';
import { Panel } from '../parts/panel.tsx';
import { type Pick, PickList } from '../parts/pick-list.tsx';
import { text } from '../text.ts';

const words = text.console.regions;

/** The region that was chosen; a press leads to the list of all. */
export function RegionField({ chosen, onPress }: { readonly chosen: Pick; readonly onPress: () => void }) {
  const label = useId();
  const value = useId();
  return (
    <div className="region">
      <span className="field-label" id={label}>
        {words.label}
      </span>
      <button
        type="button"
        className="region-field region-choice"
        aria-labelledby={`${label} ${value}`}
        onClick={onPress}
      >
        <span className="region-words" id={value}>
          <span className="pick-name">{chosen.name}</span>{' '}
          {chosen.detail !== undefined && <span className="pick-detail">{chosen.detail}</span>}
        </span>
        <IconChoose size={14} strokeWidth={1.75} aria-hidden />
      </button>
    </div>
  );
}

interface RegionPanelProps {
  readonly profile: string;
  readonly choices: ConsoleChoices;
  readonly favourites: Favourites;
  readonly chosen: string;
  /** Nothing was chosen: the person went back. */
  readonly onChoose: (code: string | undefined) => void;
  readonly onFavourite: (code: string, favourite: boolean) => void;
}

/** All regions that the profile's console can open in. */
export function RegionPanel({ profile, choices, favourites, chosen, onChoose, onFavourite }: RegionPanelProps) {
  const row = useRow(profile);
  const [query, setQuery] = useState('');
  const [meant, setMeant] = useState<string | undefined>(chosen);

  function onKeyDown(event: KeyboardEvent): void {
    if (meaningOf(pickKeys, pressedKeys(event)) !== 'back') return;
    event.stopPropagation();
    event.preventDefault();
    onChoose(undefined);
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape means the whole panel, wherever focus is in it
    <div className="panel-form" onKeyDown={onKeyDown}>
      <Panel title={words.title(profile)} production={row?.production} onBack={() => onChoose(undefined)}>
        <PickList
          words={words}
          picks={regionPicks(query, choices, favourites, row?.region)}
          query={query}
          onQuery={(typed) => {
            setQuery(typed);
            setMeant(undefined);
          }}
          chosen={meant}
          onChoose={setMeant}
          onTake={onChoose}
          takesAtOnce
          onFavourite={onFavourite}
        />
      </Panel>
    </div>
  );
}
