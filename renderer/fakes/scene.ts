import type { ReactNode } from 'react';
import type { WindowName } from '../../electron/core/contract.ts';

/** One state of one window, ready to be looked at. */
export interface Scene {
  readonly window: WindowName;
  readonly render: () => ReactNode;
}

export type Scenes = Readonly<Record<string, Scene>>;
