import type { App } from 'electron';

/**
 * Lets pages collect their garbage sooner: what a list of a few dozen rows throws away is small, and V8 would rather let
 * tens of megabytes of it lie ([decision 26](docs/decisions/0026-memory.md)). Before Electron is ready.
 *
 * @see https://chromium.googlesource.com/v8/v8/+/main/src/flags/flag-definitions.h `optimize_for_size`
 */
export function keepPagesSmall({ commandLine }: Pick<App, 'commandLine'>): void {
  const given = commandLine.getSwitchValue('js-flags');
  commandLine.appendSwitch('js-flags', `--optimize-for-size ${given}`.trim());
}
