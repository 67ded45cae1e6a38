import type { AwsError, ErrorRow, Words } from './aws-error.ts';

/** AWS takes a signature for a few minutes only. */
export const clockErrors: readonly ErrorRow[] = [
  { code: /^(RequestTimeTooSkewed|RequestExpired)$/, kind: 'clock-skew', say: clockSkew },
  { code: /^SignatureDoesNotMatch$/, text: /expired|not yet current/i, kind: 'clock-skew', say: clockSkew },
];

function clockSkew({ clockAheadMs }: AwsError): Words {
  const minutes = clockAheadMs === undefined ? 0 : Math.round(Math.abs(clockAheadMs) / 60_000);
  const by = minutes === 0 ? '' : ` by ${minutes} minute${minutes === 1 ? '' : 's'}`;
  const way = clockAheadMs === undefined || minutes === 0 ? 'off' : clockAheadMs > 0 ? 'slow' : 'fast';
  return [
    `This computer’s clock is ${way}${by}, so AWS did not accept the request.`,
    'Set the clock (switch on automatic time), then try again.',
  ];
}
