import type { Group } from '../figure.ts';
import { bareMemory, bareMemoryAfter, bareMemoryWindow } from '../floors/bare-memory.ts';
import { bareTray } from '../floors/bare-tray.ts';
import { bareWindowAgain, bareWindowFirst } from '../floors/bare-window.ts';
import { keychainRead } from '../floors/keychain-read.ts';
import { electronNodeClient, nodeClient } from '../floors/node-client.ts';
import { rawSocket } from '../floors/raw-socket.ts';
import { sandboxRoundTrip } from '../floors/sandbox-round-trip.ts';
import { shCurl } from '../floors/sh-curl.ts';
import { spawnTrue } from '../floors/spawn-true.ts';
import { awsVault } from '../peers/aws-vault.ts';
import { granted } from '../peers/granted.ts';
import { credentialsSocket, credentialsWarm } from './credentials.ts';
import { memoryIdle, memoryPopover } from './memory.ts';
import { popoverAgain, popoverFirst } from './popover.ts';
import { startToSocket, startToTray } from './start.ts';
import { switchCached, switchUncached } from './switch.ts';

/**
 * Every figure, in the order of measuring. Memory comes while no other Electron
 * of ours runs: shared pages would be split between the two.
 */
export const groups: readonly Group[] = [
  {
    title: 'floors',
    figures: [
      spawnTrue,
      rawSocket,
      shCurl,
      nodeClient,
      electronNodeClient,
      bareTray,
      bareWindowFirst,
      bareWindowAgain,
      bareMemory,
      bareMemoryWindow,
      bareMemoryAfter,
      keychainRead,
      sandboxRoundTrip,
    ],
  },
  {
    title: 'Rolecall',
    figures: [
      startToTray,
      startToSocket,
      popoverFirst,
      popoverAgain,
      memoryIdle,
      memoryPopover,
      credentialsWarm,
      credentialsSocket,
      switchCached,
      switchUncached,
    ],
  },
];

/** Other tools, with `--peers`. */
export const peers: Group = { title: 'peers', figures: [awsVault, granted] };
