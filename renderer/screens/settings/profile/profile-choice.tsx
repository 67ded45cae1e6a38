import { Combobox } from '@base-ui/react/combobox';
import { useEffect, useState } from 'react';
import type { ProfileRow } from '../../../../electron/core/contract.ts';
import { useSettings, useSettingsActions, useSettingsClient } from '../../../app/settings-context.ts';
import { detailText } from '../../../model/row-text.ts';
import { IconChoose, IconSearch } from '../../../parts/icons.ts';
import { text } from '../../../text.ts';

/** More are found by typing; a list of thousands is nothing to look through. */
const SHOWN = 100;
const words = text.profileDetails.choose;

interface Found {
  readonly shown: readonly ProfileRow[];
  /** Not known yet: `undefined`. */
  readonly count: number | undefined;
}

/** Which profile the page is about: the popover's search over all of them, in a list that opens below. */
export function ProfileChoice({ row }: { row: ProfileRow }) {
  const actions = useSettingsActions();
  const client = useSettingsClient();
  const overview = useSettings((state) => state.overview);
  const [open, setOpen] = useState(false);
  const [query, setQuery] = useState('');
  const [found, setFound] = useState<Found>({ shown: [], count: undefined });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the profiles may be others now
  useEffect(() => {
    if (!open) return;
    let current = true;
    client.listProfiles({ query, from: 0, count: SHOWN, afresh: query === '' }).then((answer) => {
      if (!current || !answer.ok) return;
      const { items, rowCount } = answer.value;
      setFound({ shown: items.flatMap((item) => (item.kind === 'row' ? [item.row] : [])), count: rowCount });
    });
    return () => {
      current = false;
    };
  }, [client, overview, open, query]);
  return (
    <Combobox.Root<ProfileRow>
      items={found.shown}
      filter={null}
      value={row}
      onValueChange={(next) => next && actions.choose(next.name)}
      inputValue={query}
      onInputValueChange={setQuery}
      itemToStringLabel={({ name }) => name}
      isItemEqualToValue={(one, other) => one.name === other.name}
      open={open}
      onOpenChange={setOpen}
      autoHighlight
    >
      <Combobox.Trigger
        className="profile-choice edge"
        data-colour={row.colour}
        aria-label={`${words.label}: ${row.name}`}
      >
        <span className="profile-choice-words">
          <span className="profile-choice-name">{row.name}</span>
          <span className="profile-choice-detail">{detailText(row)}</span>
        </span>
        <IconChoose size={16} strokeWidth={1.75} aria-hidden />
      </Combobox.Trigger>
      <Combobox.Portal>
        <Combobox.Positioner className="select-place" sideOffset={4} align="start">
          <Combobox.Popup className="select-list profile-choice-list" aria-label={words.label}>
            <div className="profile-choice-search">
              <IconSearch size={16} strokeWidth={1.75} aria-hidden />
              <Combobox.Input aria-label={words.search} placeholder={words.search} spellCheck={false} />
            </div>
            <Combobox.Empty className="profile-choice-none">
              {found.count === 0 && <span>{words.none(query)}</span>}
            </Combobox.Empty>
            <Combobox.List className="profile-choice-rows">
              {(one: ProfileRow) => (
                <Combobox.Item key={one.name} value={one} className="profile-choice-item edge" data-colour={one.colour}>
                  <span className="profile-choice-name">{one.name}</span>
                  <span className="profile-choice-detail">{one.failure?.message ?? detailText(one)}</span>
                </Combobox.Item>
              )}
            </Combobox.List>
            {(found.count ?? 0) > SHOWN && <p className="profile-choice-more">{words.more(SHOWN, found.count ?? 0)}</p>}
          </Combobox.Popup>
        </Combobox.Positioner>
      </Combobox.Portal>
    </Combobox.Root>
  );
}
