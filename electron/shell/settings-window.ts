import type { SettingsTarget } from '../core/contract.ts';
import { makeWindow } from './make-window.ts';
import { createOneWindow } from './one-window.ts';
import { windowSizes } from './window-sizes.ts';

const size = windowSizes.settings;
const SMALLEST = { minWidth: 680, minHeight: 440 };

/** The window of details and settings: an ordinary window. */
export function createSettingsWindow({ preloadFile }: { readonly preloadFile: string }) {
  const make = () =>
    makeWindow('settings', preloadFile, {
      ...size,
      ...SMALLEST,
      resizable: true,
      maximizable: true,
      useContentSize: true,
    });
  return createOneWindow<SettingsTarget>({ make, size, target: {} });
}
