import { cpus, loadavg, platform, release, totalmem } from 'node:os';

export interface Machine {
  readonly system: string;
  readonly cores: number;
  readonly processor: string;
  readonly memoryGb: number;
  /** Processes that wanted to run in the minute before, on average. */
  readonly load: number;
  readonly node: string;
  readonly electron: string;
}

/** What the figures hold for: only the ratios travel. */
export function machine(electronVersion: string): Machine {
  return {
    system: `${platform()} ${release()}`,
    cores: cpus().length,
    processor: cpus()[0]?.model.trim() ?? 'unknown',
    memoryGb: Math.round(totalmem() / 1e9),
    load: loadavg()[0] ?? 0,
    node: process.versions.node,
    electron: electronVersion,
  };
}
