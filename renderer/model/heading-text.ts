import type { ListHeading } from '../../electron/core/contract.ts';
import { text } from '../text.ts';

/** What a group is called. */
export function headingText({ group, label }: ListHeading): string {
  return label ?? text.groups[group];
}

/** The accessible name of a folded group. */
export function spokenHeading(heading: ListHeading): string {
  const { detail, count } = heading;
  return [headingText(heading), detail && text.account(detail), text.grouping.profiles(count), text.grouping.collapsed]
    .filter(Boolean)
    .join(', ');
}
