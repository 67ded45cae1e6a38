import type { Group } from '../figure.ts';
import { bareMemory, bareMemoryAfter, bareMemoryWindow } from '../floors/bare-memory.ts';
import { bareTray } from '../floors/bare-tray.ts';
import { bareWindowAgain, bareWindowFirst } from '../floors/bare-window.ts';
import { electronNodeClient, nodeClient } from '../floors/node-client.ts';
import { rawSocket } from '../floors/raw-socket.ts';
import { shCurl } from '../floors/sh-curl.ts';
import { spawnTrue } from '../floors/spawn-true.ts';

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
    ],
  },
];
