import type { Group } from '../figure.ts';
import { bareKeystroke, bareKeystrokeWork } from '../floors/bare-keystroke.ts';
import { bareMemory, bareMemoryAfter, bareMemoryWindow } from '../floors/bare-memory.ts';
import { bareTray } from '../floors/bare-tray.ts';
import { bareWindowAgain, bareWindowFirst } from '../floors/bare-window.ts';
import { configWriteFloor } from '../floors/config-write.ts';
import { keychainRead } from '../floors/keychain-read.ts';
import { electronNodeClient, nodeClient } from '../floors/node-client.ts';
import { rawSocket } from '../floors/raw-socket.ts';
import { sandboxRoundTrip } from '../floors/sandbox-round-trip.ts';
import { shCurl } from '../floors/sh-curl.ts';
import { spawnTrue } from '../floors/spawn-true.ts';
import { awsVault } from '../peers/aws-vault.ts';
import { granted } from '../peers/granted.ts';
import { bareHidden, bareRenderer, bareRendererTyped, popoverHidden, rendererLarge, rendererTyped } from './at-rest.ts';
import { cachedUnderFaults } from './cached-under-faults.ts';
import { configEdit } from './config-edit.ts';
import { configBotocore, configParse, configSdk } from './config-parse.ts';
import { credentialsSocket, credentialsWarm } from './credentials.ts';
import { framesAtRest, framesImporting } from './frames.ts';
import { importHundred, importThousand, limitOfHundred, limitOfThousand } from './import.ts';
import { keystrokeDone, keystrokeNextPaint, keystrokePainted, keystrokeWork } from './keystroke.ts';
import { listRead, listSent } from './list.ts';
import { listChanged, listChangedLarge } from './list-changed.ts';
import { memoryIdle, memoryPopover } from './memory.ts';
import { listShown, popoverAgain, popoverAgainLarge, popoverFirst, popoverFirstLarge } from './popover.ts';
import { scroll, scrollAtRest } from './scroll.ts';
import { startToSocket, startToTray } from './start.ts';
import { switchCached, switchUncached } from './switch.ts';

/**
 * Every figure right behind its floor, so that a busy minute of the machine
 * weighs on both. Memory comes before the program that the last groups share is
 * started: pages are counted in parts when another Electron has them, too.
 */
export const groups: readonly Group[] = [
  { title: 'processes and sockets', figures: [spawnTrue, nodeClient, electronNodeClient] },
  { title: 'the AWS files', figures: [configBotocore, configSdk, configParse, configWriteFloor, configEdit] },
  { title: 'the list', figures: [listRead, listChanged, listChangedLarge, listSent] },
  { title: 'start', figures: [bareTray, startToTray, startToSocket] },
  {
    title: 'popover',
    figures: [
      ...[bareWindowFirst, popoverFirst, popoverFirstLarge, listShown],
      ...[bareWindowAgain, popoverAgain, popoverAgainLarge],
    ],
  },
  { title: 'memory', figures: [bareMemory, memoryIdle, bareMemoryWindow, memoryPopover, bareMemoryAfter] },
  { title: 'credentials', figures: [shCurl, credentialsWarm, rawSocket, credentialsSocket] },
  { title: 'a cached credential while AWS cannot be reached', figures: cachedUnderFaults },
  { title: 'switch', figures: [switchCached, keychainRead, sandboxRoundTrip, switchUncached] },
  { title: 'organisation', figures: [limitOfHundred, importHundred, framesAtRest, framesImporting] },
  {
    title: 'the popover of 12,000 profiles, in use and at rest',
    figures: [
      ...[bareRenderer, rendererLarge, bareKeystroke, keystrokePainted, keystrokeDone, keystrokeNextPaint],
      ...[bareKeystrokeWork, keystrokeWork, scrollAtRest, scroll],
      ...[bareRendererTyped, rendererTyped, bareHidden, popoverHidden],
    ],
  },
];

/** What takes a minute and more, with `--long`. */
export const long: Group = { title: 'a large organisation', figures: [limitOfThousand, importThousand] };

/** Other tools, with `--peers`. */
export const peers: Group = { title: 'peers', figures: [awsVault, granted] };
