import type { CallName } from '../contract.ts';
import type { CallContext, Handlers } from '../dispatch.ts';
import { aroundHandlers, type Handle } from '../handlers/around-handlers.ts';
import type { AuditLog, Clock } from '../ports.ts';
import type { Result } from '../result.ts';
import type { AuditEntry, AuditEvent, HandOutFacts } from './entry.ts';
import { type AuditRule, auditRules } from './rules.ts';

/**
 * The handlers, with everything that `auditRules` names written down: what was
 * done, and what was refused. An answer worth stealing is given only after its
 * line is in the log. It stands around the handlers themselves, so that no door
 * and no tray entry has a way beside it.
 */
export function auditedHandlers<H extends Partial<Handlers>>(handlers: H, parts: { log: AuditLog; clock: Clock }): H {
  return aroundHandlers(handlers, (name, handle) => {
    const rule = auditRules[name] as AuditRule<CallName> | null;
    return rule ? audited(rule, handle, parts) : handle;
  });
}

function audited(rule: AuditRule<CallName>, handle: Handle, { log, clock }: { log: AuditLog; clock: Clock }): Handle {
  return async (input, context) => {
    let facts: HandOutFacts = rule.facts?.(input as never) ?? {};
    let written = false;
    const write = async (result: Result<unknown>): Promise<Result<void>> => {
      written = true;
      return log.append(entryOf(rule.event, clock, context, facts, result));
    };
    const result = await handle(input, {
      ...context,
      async handOut(more) {
        facts = { ...facts, ...more };
        const logged = await write({ ok: true, value: undefined });
        return rule.handsOut ? logged : { ok: true, value: undefined };
      },
    });
    if (result.ok) {
      if (written) return result;
      facts = { ...facts, ...rule.answer?.(result.value as never) };
      const logged = await write(result);
      return logged.ok || !rule.handsOut ? result : logged;
    }
    // A hand-out that could not be written down is refused; there is nothing more to write then.
    if (result.failure.kind !== 'audit-failed') await write(result);
    return result;
  };
}

function entryOf(
  event: AuditEvent,
  clock: Clock,
  { door, asker }: CallContext,
  facts: HandOutFacts,
  result: Result<unknown>,
): AuditEntry {
  const { kind, awsCode, requestId } = result.ok ? {} : result.failure;
  return {
    time: new Date(clock.now()).toISOString(),
    event,
    outcome: result.ok ? 'ok' : 'failed',
    ...(kind !== undefined && { failure: { kind, ...(awsCode !== undefined && { awsCode }) } }),
    door,
    asker,
    ...facts,
    ...(requestId !== undefined && { requestId }),
  };
}
