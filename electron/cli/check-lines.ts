import type { Check } from '../core/doctor/check.ts';
import type { Fix } from '../core/failure.ts';
import { plainName } from '../core/plain-name.ts';
import type { Style } from './style.ts';

const marks: Readonly<Record<Check['status'], string>> = {
  passed: 'ok',
  notice: 'note',
  failed: 'FAILED',
  unknown: '?',
};
const titleWidth = (checks: readonly Check[]) => Math.max(0, ...checks.map(({ title }) => title.length));

/** One line a check, what fixes it right below. */
export function checkLines(checks: readonly Check[], style: Style): string[] {
  const width = titleWidth(checks);
  return checks.flatMap(({ status, title, why, fixes = [] }) => {
    const mark = marks[status].padEnd(6);
    const line = `${status === 'failed' ? style.strong(mark) : mark}  ${plainName(title).padEnd(width)}  ${plainName(why)}`;
    return [line, ...fixLines(fixes, width + 10)];
  });
}

/** The commands that put something right, to be copied. */
function fixLines(fixes: readonly Fix[], indent: number): string[] {
  return [...new Set(fixes.map(({ command }) => command))].map(
    (command) => `${' '.repeat(indent)}${plainName(command)}`,
  );
}
