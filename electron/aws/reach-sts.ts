import type { Clock } from '../core/ports.ts';
import { failed, ok, type Result } from '../core/result.ts';
import { createAwsClock } from '../core/time/aws-clock.ts';
import { createAwsConnection } from './connection/connection.ts';
import { networkFailure, timeoutFailure } from './network-errors.ts';
import { partitions, stsHost } from './partitions.ts';

const PATIENCE_MS = 8_000;

/**
 * Goes the way to STS once, by the proxy and with the certificates that
 * requests use: an unsigned GET, which AWS answers to anybody. Says how far
 * AWS's clock is ahead of this computer's. Fails with `network` or `timeout`.
 */
export async function reachSts(options: {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly clock: Clock;
}): Promise<Result<{ host: string; aheadMs: number }>> {
  const { env, clock } = options;
  const awsClock = createAwsClock({ clock });
  const connection = createAwsConnection({ env, awsClock });
  const region = env.AWS_REGION || env.AWS_DEFAULT_REGION || partitions[0]?.defaultRegion || '';
  const own = env.AWS_ENDPOINT_URL_STS || env.AWS_ENDPOINT_URL;
  const text = own ?? `https://${stsHost(region) ?? stsHost(partitions[0]?.defaultRegion ?? '')}/`;
  const url = URL.canParse(text) ? new URL(text) : new URL(`https://${stsHost('us-east-1')}/`);
  try {
    await connection.getText(url, AbortSignal.timeout(PATIENCE_MS), '');
    return ok({ host: url.host, aheadMs: awsClock.aheadMs() });
  } catch (error) {
    return failed(networkFailure(error, 'STS', '') ?? timeoutFailure('STS', '', PATIENCE_MS));
  }
}
