import { Combobox } from '@base-ui/react/combobox';
import { useMemo, useState } from 'react';
import type { ProfileRow } from '../../../../electron/core/contract.ts';
import { useSettings, useSettingsActions } from '../../../app/settings-context.ts';
import { detailText } from '../../../model/row-text.ts';
import { buildIndex, search } from '../../../model/search.ts';
import { IconChoose, IconSearch } from '../../../parts/icons.ts';
import { text } from '../../../text.ts';

/** More are found by typing; a list of thousands is nothing to look through. */
const SHOWN = 100;
const words = text.profileDetails.choose;

/** Which profile the page is about: the popover's search over all of them, in a list that opens below. */
export function ProfileChoice({ row }: { row: ProfileRow }) {
  const actions = useSettingsActions();
  const rows = useSettings((state) => state.catalog?.rows);
  const [query, setQuery] = useState('');
  const index = useMemo(
    () => buildIndex(rows ?? [], new Map(rows?.map(({ name, lastUsedAt }) => [name, lastUsedAt ?? 0]))),
    [rows],
  );
  const found = useMemo(() => search(index, query), [index, query]);
  const shown = found.slice(0, SHOWN).flatMap((at) => index.rows[at] ?? []);
  return (
    <Combobox.Root<ProfileRow>
      items={shown}
      filter={null}
      value={row}
      onValueChange={(next) => next && actions.choose(next.name)}
      inputValue={query}
      onInputValueChange={setQuery}
      itemToStringLabel={({ name }) => name}
      isItemEqualToValue={(one, other) => one.name === other.name}
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
              {found.length === 0 && <span>{words.none(query)}</span>}
            </Combobox.Empty>
            <Combobox.List className="profile-choice-rows">
              {(one: ProfileRow) => (
                <Combobox.Item key={one.name} value={one} className="profile-choice-item edge" data-colour={one.colour}>
                  <span className="profile-choice-name">{one.name}</span>
                  <span className="profile-choice-detail">{one.failure?.message ?? detailText(one)}</span>
                </Combobox.Item>
              )}
            </Combobox.List>
            {found.length > SHOWN && <p className="profile-choice-more">{words.more(SHOWN, found.length)}</p>}
          </Combobox.Popup>
        </Combobox.Positioner>
      </Combobox.Portal>
    </Combobox.Root>
  );
}
