import { failure } from '../core/failure.ts';
import { failed } from '../core/result.ts';

/** Nobody said yet how the program is started on this machine. */
export function programNeverRan() {
  return failed(
    failure(
      'program-unreachable',
      'Rolecall is not running, and has not run here yet, so the command does not know how to start it.',
      'Start Rolecall once, then try again.',
    ),
  );
}
