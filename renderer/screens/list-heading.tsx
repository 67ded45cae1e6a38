import type { ListHeading as Heading } from '../../electron/core/contract.ts';
import { useActions, usePopover } from '../app/popover-context.ts';
import { headingText, spokenHeading } from '../model/heading-text.ts';
import { classes } from '../parts/classes.ts';
import { IconFold } from '../parts/icons.ts';
import { withCommas } from '../text/with-commas.ts';
import { headingId } from './option-id.ts';

/**
 * The heading of a group. A press folds the group, or opens it. A folded one is
 * an option like the rows that it stands for; an open one only tells what they have in common.
 */
export function ListHeading({ heading, count }: { heading: Heading; count: number }) {
  const { fold } = useActions();
  const keep = usePopover((state) => state.selected ?? undefined);
  const selected = usePopover((state) => state.selectedHeading?.key === heading.key);
  const { folded, position } = heading;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the arrow keys do the same in the search box
    // biome-ignore lint/a11y/noStaticElementInteractions: focus stays in the search box, where the arrow keys do it
    <div
      id={headingId(heading.key)}
      className={classes('list-heading', folded && 'list-heading-folded', selected && 'list-heading-selected')}
      {...(folded
        ? {
            role: 'option',
            'aria-label': spokenHeading(heading),
            'aria-selected': selected,
            'aria-posinset': position,
            'aria-setsize': count,
          }
        : { role: 'presentation', 'aria-hidden': true })}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => void fold(heading.key, !folded, keep)}
    >
      <span className="list-heading-words" aria-hidden="true">
        {heading.colour && <span className="list-heading-colour" data-colour={heading.colour} />}
        <span className="list-heading-label">{headingText(heading)}</span>
        {heading.detail && <span className="list-heading-detail">{heading.detail}</span>}
        <IconFold className="list-heading-fold" size={12} strokeWidth={2} />
        <span className="list-heading-count">{withCommas(heading.count)}</span>
      </span>
    </div>
  );
}
