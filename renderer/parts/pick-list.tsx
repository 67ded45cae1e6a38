import { type KeyboardEvent, type MouseEvent, useEffect, useId, useRef } from 'react';
import { meaningOf, pickKeys } from '../model/keys.ts';
import { text } from '../text.ts';
import { classes } from './classes.ts';
import { IconFavourite } from './icons.ts';
import { keysInWords, pressedKeys } from './keys.tsx';

/** One line of a list that a person picks from. */
export interface Pick {
  readonly id: string;
  readonly name: string;
  /** Beside the name, for who knows it by that. */
  readonly detail?: string;
  readonly note?: string;
  /** Whether it is one; a line that cannot be says nothing. */
  readonly favourite?: boolean;
}

interface PickListProps {
  readonly words: { readonly search: string; readonly list: string; readonly none: (query: string) => string };
  /** What the search text found, the best first. */
  readonly picks: readonly Pick[];
  readonly query: string;
  readonly onQuery: (query: string) => void;
  /** The id of the one that is meant; the first when it is not there. */
  readonly chosen: string | undefined;
  readonly onChoose: (id: string) => void;
  /** Enter, or a double press: that one is it. */
  readonly onTake: (id: string) => void;
  /** One press is enough. */
  readonly takesAtOnce?: boolean;
  readonly onFavourite: (id: string, favourite: boolean) => void;
}

const STEPS: Readonly<Record<string, number>> = { next: 1, previous: -1, 'page-down': 7, 'page-up': -7 };

/** The one that is meant: what was chosen, else the best. */
export function pickOf(picks: readonly Pick[], chosen: string | undefined): Pick | undefined {
  return picks.find(({ id }) => id === chosen) ?? picks[0];
}

/**
 * A search over a list that stays open below it, with favourites. Focus stays in the search field.
 * @see https://www.w3.org/WAI/ARIA/apg/patterns/combobox/
 */
export function PickList(props: PickListProps) {
  const { words, picks, query, chosen, onFavourite } = props;
  const listId = useId();
  const list = useRef<HTMLDivElement>(null);
  const pick = pickOf(picks, chosen);
  const at = pick ? picks.indexOf(pick) : -1;
  const optionId = (index: number) => `${listId}-${index}`;

  // biome-ignore lint/correctness/useExhaustiveDependencies: another list is scrolled to what is meant in it, too
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [at, picks.length]);

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    const meaning = meaningOf(pickKeys, pressedKeys(event));
    const step = meaning && STEPS[meaning];
    if (step !== undefined) {
      const next = picks[Math.min(picks.length - 1, Math.max(0, at + step))];
      if (next) props.onChoose(next.id);
    } else if (meaning === 'take' && !event.repeat) {
      if (pick) props.onTake(pick.id);
    } else if (meaning === 'favourite') {
      if (pick?.favourite !== undefined) onFavourite(pick.id, !pick.favourite);
    } else return;
    event.preventDefault();
  }

  return (
    <>
      <input
        type="search"
        className="field-input pick-search"
        role="combobox"
        aria-expanded
        aria-label={words.search}
        placeholder={words.search}
        aria-controls={listId}
        aria-activedescendant={pick && optionId(at)}
        autoComplete="off"
        spellCheck={false}
        // biome-ignore lint/a11y/noAutofocus: the panel opens for this field
        autoFocus
        value={query}
        onChange={(event) => props.onQuery(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <div className="picks">
        <div id={listId} role="listbox" className="pick-lines" aria-label={words.list} ref={list}>
          {picks.map((each, index) => (
            // biome-ignore lint/a11y/useFocusableInteractive: focus stays in the search field, which names its active option
            // biome-ignore lint/a11y/useKeyWithClickEvents: Enter in the search field takes it
            <div
              key={each.id}
              id={optionId(index)}
              role="option"
              aria-selected={each === pick}
              className={classes('pick', each === pick && 'pick-selected')}
              onMouseDown={keepFocus}
              onClick={() => (props.takesAtOnce ? props.onTake(each.id) : props.onChoose(each.id))}
              onDoubleClick={() => props.takesAtOnce || props.onTake(each.id)}
            >
              <span className="pick-name">{each.name}</span>{' '}
              {each.detail !== undefined && <span className="pick-detail">{each.detail}</span>}{' '}
              {each.favourite && <span className="unseen">{text.console.isFavourite}</span>}
              {each.note !== undefined && <span className="pick-note">{each.note}</span>}
              <PickStar pick={each} onFavourite={onFavourite} />
            </div>
          ))}
        </div>
        {picks.length === 0 && (
          <p className="pick-none" role="status">
            {words.none(query.trim())}
          </p>
        )}
        {pick?.favourite !== undefined && (
          <button
            type="button"
            className="icon-button pick-favourite"
            aria-pressed={pick.favourite}
            aria-label={text.console.favourite(pick.name)}
            title={`${text.console.favourite(pick.name)} (${keysInWords(pickKeys.favourite[0])})`}
            onMouseDown={keepFocus}
            onClick={() => onFavourite(pick.id, pick.favourite === false)}
          >
            <Star on={pick.favourite} />
          </button>
        )}
      </div>
    </>
  );
}

/** For the mouse, on every line. For keys there is the button that lies over that of the selected one. */
function PickStar({ pick, onFavourite }: { readonly pick: Pick; readonly onFavourite: PickListProps['onFavourite'] }) {
  if (pick.favourite === undefined) return <span className="pick-star" />;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: what keys reach is the button beside the list
    // biome-ignore lint/a11y/useKeyWithClickEvents: Ctrl+P in the search field
    <span
      className={classes('pick-star', pick.favourite && 'pick-star-on')}
      onClick={(event) => {
        event.stopPropagation();
        onFavourite(pick.id, !pick.favourite);
      }}
    >
      <Star on={pick.favourite} />
    </span>
  );
}

function Star({ on }: { readonly on: boolean }) {
  return <IconFavourite size={14} strokeWidth={1.75} fill={on ? 'currentColor' : 'none'} aria-hidden />;
}

function keepFocus(event: MouseEvent): void {
  event.preventDefault();
}
