import { useEffect, useMemo, useRef } from 'react';
import { useActions, usePopover } from '../app/popover-context.ts';
import { linePlaces, MARGIN_PX } from '../model/line-places.ts';
import { lineOf } from '../model/list-lines.ts';
import { useLinesInView } from '../parts/use-lines-in-view.ts';
import { text } from '../text.ts';
import { ListHeading } from './list-heading.tsx';
import { LIST_ID, optionId } from './option-id.ts';
import { ProfileRow } from './profile-row.tsx';
import { RowActions } from './row-actions.tsx';

/** Lines that are there before they are scrolled to, above and below. */
const BEYOND = 4;
/** The same while a search stands at its top, where each key puts it: what nobody sees is filled anew, too. */
const BEYOND_AT_TOP = 1;

/** The virtual list: a few rows exist however many profiles there are, and only those that can be seen have a clock. */
export function ProfileList() {
  const lines = usePopover((state) => state.lines);
  const { headings, folded, itemCount, stops } = lines;
  const searching = usePopover((state) => state.query !== '');
  const sessions = usePopover((state) => state.sessions);
  const selectedItem = usePopover((state) => state.selectedItem);
  const selectedHeading = usePopover((state) => state.selectedHeading);
  const selectedAt = usePopover((state) => state.selectedAt);
  const selectedBy = usePopover((state) => state.selectedBy);
  const visit = usePopover((state) => state.visit);
  const openingConsole = usePopover((state) => state.openingConsole);
  const signedOut = usePopover((state) => state.signedOut);
  const { reach } = useActions();
  const scroller = useRef<HTMLDivElement>(null);
  const slots = useRef(1);
  const scrolledOn = useRef(visit);
  const places = useMemo(() => {
    const low = [...headings, ...folded].sort((a, b) => a - b);
    return linePlaces(itemCount, low);
  }, [itemCount, headings, folded]);
  const selectedLine = selectedAt === null ? undefined : lineOf(lines, selectedAt);
  const firstRow = headings[0] === 0 ? 1 : 0;

  // Another list has other places, and is scrolled to its selection.
  useEffect(() => {
    const list = scroller.current;
    // Where it was left is of no use to who opens it again.
    if (list && scrolledOn.current !== visit) list.scrollTop = 0;
    scrolledOn.current = visit;
    if (!list || selectedBy !== 'keys' || selectedLine === undefined) return;
    const top = places.topOf(selectedLine) - MARGIN_PX;
    const bottom = places.bottomOf(selectedLine) + MARGIN_PX;
    // The first row brings its heading along.
    if (selectedLine === firstRow) list.scrollTop = 0;
    else if (top < list.scrollTop) list.scrollTop = top;
    else if (bottom > list.scrollTop + list.clientHeight) list.scrollTop = bottom - list.clientHeight;
  }, [places, firstRow, selectedLine, selectedBy, visit]);

  const { first, last } = useLinesInView(scroller, places);
  // biome-ignore lint/correctness/useExhaustiveDependencies: lines that have come may not be all that are missing
  useEffect(() => reach(first, last), [reach, lines, first, last]);

  const from = Math.max(0, first - BEYOND);
  const to = Math.min(last + (searching && first === 0 ? BEYOND_AT_TOP : BEYOND) + 1, itemCount);
  const shown = Array.from({ length: to - from }, (_, at) => from + at);
  // What leaves makes room for what comes: to fill an element anew costs a tenth of making one, and leaves no garbage.
  slots.current = Math.max(slots.current, shown.length);
  const slotOf = (line: number) => (shown.includes(line) ? line % slots.current : -1);
  // The selected option must exist while the search box points at it, even when it is scrolled away.
  const all = selectedLine === undefined || shown.includes(selectedLine) ? shown : [...shown, selectedLine];
  const selectedRow = selectedItem?.row;
  return (
    <div className="list" ref={scroller}>
      <div className="list-space" style={{ height: places.heightPx }}>
        <div id={LIST_ID} role="listbox" aria-label={text.search.list}>
          {all.map((line) => {
            const item = line === selectedLine ? (selectedItem ?? selectedHeading) : lines.known.get(line);
            const topPx = places.topOf(line);
            // On its way, for a frame or two.
            if (!item) return <div key={slotOf(line)} className="list-place" style={{ top: topPx }} />;
            if (item.kind === 'heading') {
              return (
                <div key={slotOf(line)} role="presentation" className="list-place" style={{ top: topPx }}>
                  <ListHeading heading={item} count={stops} />
                </div>
              );
            }
            const { row } = item;
            return (
              <ProfileRow
                key={slotOf(line)}
                id={optionId(row.name)}
                topPx={topPx}
                item={item}
                session={sessions.byProfile[row.name]}
                selected={item === selectedItem}
                chosen={row.name === sessions.activeProfile}
                signedOut={row.ssoSession !== undefined && signedOut.has(row.ssoSession)}
                openingConsole={row.name === openingConsole}
                count={stops}
              />
            );
          })}
        </div>
        {selectedRow && selectedLine !== undefined && (
          <div className="row-actions-place" style={{ top: places.topOf(selectedLine) }}>
            <RowActions row={selectedRow} session={sessions.byProfile[selectedRow.name]} />
          </div>
        )}
      </div>
    </div>
  );
}
