import { type ChangeEvent, type KeyboardEvent, useEffect, useRef } from 'react';
import { useActions, usePopover } from '../app/popover-context.ts';
import { listKeys, meaningOf, rowKeys } from '../model/keys.ts';
import { IconButton } from '../parts/button.tsx';
import { IconClose, IconSearch } from '../parts/icons.ts';
import { pressedKeys } from '../parts/keys.tsx';
import type { Move } from '../store/state.ts';
import { text } from '../text.ts';
import { headingId, LIST_ID, optionId } from './option-id.ts';
import { useRowAction } from './use-row-action.ts';

const MOVES: readonly (string | undefined)[] = [
  'next',
  'previous',
  'page-down',
  'page-up',
  'first',
  'last',
] satisfies Move[];
const isMove = (meaning: string | undefined): meaning is Move => MOVES.includes(meaning);

function hasMarkedText(input: HTMLInputElement | null): boolean {
  return input !== null && input.selectionStart !== input.selectionEnd;
}

/** The search box holds focus and drives the list. */
export function SearchBox() {
  const actions = useActions();
  const query = usePopover((state) => state.query);
  const welcome = usePopover((state) => state.welcome && state.query === '');
  const selected = usePopover((state) => (state.welcome && state.query === '' ? null : state.selected));
  const act = useRowAction();
  const selectedHeading = usePopover((state) => state.selectedHeading?.key ?? null);
  const input = useRef<HTMLInputElement>(null);

  useEffect(() => {
    const focus = () => {
      if (!document.hidden) input.current?.focus();
    };
    focus();
    // A window that was hidden comes back with a page that is already there.
    window.addEventListener('focus', focus);
    document.addEventListener('visibilitychange', focus);
    return () => {
      window.removeEventListener('focus', focus);
      document.removeEventListener('visibilitychange', focus);
    };
  }, []);

  function onChange({ target, nativeEvent }: ChangeEvent<HTMLInputElement>): void {
    if ('isComposing' in nativeEvent && nativeEvent.isComposing) void actions.searchComposed(target.value);
    else actions.search(target.value);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    if (pressed(event)) event.preventDefault();
  }

  /** True when the key was one of the list's. */
  function pressed(event: KeyboardEvent): boolean {
    const keys = pressedKeys(event);
    const meaning = meaningOf(listKeys, keys);
    const action = meaningOf(rowKeys, keys);
    // Nothing is done with a profile that cannot be seen yet.
    if (welcome && (isMove(meaning) || action)) {
      actions.leaveWelcome();
      return true;
    }
    if (isMove(meaning)) {
      actions.move(meaning);
      return true;
    }
    // With text these keys move the caret in it; there are no groups in what is found.
    if (query === '' && meaning === 'collapse') return actions.foldSelected();
    if (query === '' && meaning === 'expand' && actions.openSelected()) return true;
    // A key held down must not switch again and again.
    if (event.repeat) return false;
    if (meaning === 'row-menu') {
      actions.openRowMenu();
      return true;
    }
    if (action === undefined) return false;
    // Text that is marked is what a copy means, and a word is what is deleted where there is nothing to sign out of.
    if (action === 'copy' && hasMarkedText(input.current)) return false;
    if (action === 'sign-out') return selected !== null && act(selected, { kind: action });
    actions.onSelected((profile) => {
      if (action === 'switch') void actions.take(profile);
      else act(profile, { kind: action });
    });
    return true;
  }

  const active =
    selected !== null ? optionId(selected) : selectedHeading !== null ? headingId(selectedHeading) : undefined;

  return (
    <div className="search">
      <IconSearch size={16} strokeWidth={1.75} aria-hidden />
      <input
        ref={input}
        type="search"
        className="search-input"
        aria-label={text.search.label}
        placeholder={text.search.label}
        aria-controls={active === undefined ? undefined : LIST_ID}
        aria-autocomplete="list"
        aria-activedescendant={active}
        autoComplete="off"
        autoCorrect="off"
        autoCapitalize="off"
        spellCheck={false}
        value={query}
        onChange={onChange}
        onKeyDown={onKeyDown}
      />
      <span style={{ visibility: query === '' ? 'hidden' : undefined }}>
        <IconButton keepFocus label={text.search.clear} icon={IconClose} onPress={() => actions.search('')} />
      </span>
    </div>
  );
}
