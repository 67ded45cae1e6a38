import { plainName } from '../../core/plain-name.ts';
import { ok } from '../../core/result.ts';
import { sessionText } from '../session-text.ts';
import { styleFor, table } from '../style.ts';
import type { Command } from '../world.ts';

/** Looks, and starts nothing. */
export const status: Command<object> = async (_options, world) => {
  const snapshot = await world.program.callIfRunning('snapshot', {});
  if (!snapshot) return ok({ json: { running: false }, text: 'Rolecall is not running.' });
  if (!snapshot.ok) return snapshot;
  const lock = await world.program.callIfRunning('lockState', {});
  const locked = lock?.ok === true && lock.value.lock.locked;
  const clock = await world.program.callIfRunning('clockSkew', {});
  const skew = clock?.ok ? clock.value.skew : null;
  const { catalog, sessions } = snapshot.value;
  const { activeProfile, byProfile } = sessions;
  const now = world.now();
  const style = styleFor(world);
  const words = (profile: string) => sessionText(byProfile[profile], now);
  const others = Object.keys(byProfile)
    .filter((profile) => profile !== activeProfile && words(profile) !== '')
    .sort();
  const active = activeProfile === null ? undefined : byProfile[activeProfile];
  const arn = active?.state === 'active' ? active.arn : undefined;
  const packed = active?.state === 'active' ? active.packedPolicySize : undefined;
  const rows = [
    ...(activeProfile === null ? [] : [[style.strong(plainName(activeProfile)), 'active', words(activeProfile)]]),
    ...others.map((profile) => [plainName(profile), '', words(profile)]),
  ];
  return ok({
    json: {
      running: true,
      locked,
      /** How far AWS's clock is ahead of this computer's; 0 while that is under a minute. */
      clockAheadMs: skew?.aheadMs ?? 0,
      activeProfile,
      active: active ?? null,
      sessions: byProfile,
      defaultHandedOver: catalog.defaultHandedOver,
    },
    text: [
      ...(activeProfile === null ? ['No role is active.'] : []),
      ...(rows.length === 0 ? [] : [table(rows)]),
      ...(arn === undefined ? [] : [style.faint(plainName(arn))]),
      ...(packed === undefined ? [] : [style.faint(`policies and tags take ${packed} % of AWS's room for them`)]),
    ].join('\n'),
    notes: [
      ...(skew === null ? [] : [clockNote(skew.aheadMs)]),
      ...(locked ? ['Rolecall is locked: it hands nothing out until you unlock it in its window or tray menu.'] : []),
      ...(activeProfile === null || catalog.defaultHandedOver
        ? []
        : ['Tools that name no profile do not follow it yet. To let them: rolecall config default on']),
    ],
  });
};

function clockNote(aheadMs: number): string {
  const minutes = Math.round(Math.abs(aheadMs) / 60_000);
  const off = minutes < 90 ? `${minutes} min` : `${Math.round(minutes / 60)} h`;
  return `This computer's clock is ${off} ${aheadMs > 0 ? 'slow' : 'fast'}: switch on automatic time. Rolecall goes by AWS's clock meanwhile.`;
}
