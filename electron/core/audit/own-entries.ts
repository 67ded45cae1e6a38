import type { AuditEntry } from './entry.ts';

/** What nobody called for, and yet belongs into the log: locking when the person is away. */
export function lockEntry(now: number, reason: string): AuditEntry {
  return { time: new Date(now).toISOString(), event: 'lock', outcome: 'ok', detail: reason };
}

/** A connection that was turned away before it could ask for anything: `why` names whose it was. */
export function refusedEntry(now: number, why: string): AuditEntry {
  return {
    time: new Date(now).toISOString(),
    event: 'refused',
    outcome: 'failed',
    failure: { kind: 'not-authorized' },
    door: 'socket',
    detail: why,
  };
}
