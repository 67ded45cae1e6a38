/**
 * `window.rolecall`: one function per call that this window's door allows. Main
 * derives the names from the contract and passes them along, so nothing is
 * restated here and no schema is bundled. Only plain JSON crosses the bridge:
 * never `ipcRenderer`, never an event object.
 */
import { contextBridge, ipcRenderer } from 'electron';
import { callChannel, callsNowSwitch, callsSwitch, eventChannel, nowChannel } from './shell/channels.ts';

function namesIn(start: string): string[] {
  const found = process.argv.find((argument) => argument.startsWith(start));
  return found?.slice(start.length).split(',').filter(Boolean) ?? [];
}

const calls = namesIn(callsSwitch).map((name) => {
  return [name, (input: unknown) => ipcRenderer.invoke(callChannel, name, input)] as const;
});

const now = namesIn(callsNowSwitch).map((name) => {
  return [name, (input: unknown) => ipcRenderer.sendSync(nowChannel, name, input)] as const;
});

function on(event: string, listener: (payload: unknown) => void): () => void {
  const forward = (_event: unknown, name: unknown, payload: unknown) => {
    if (name === event) listener(payload);
  };
  ipcRenderer.on(eventChannel, forward);
  return () => {
    ipcRenderer.off(eventChannel, forward);
  };
}

contextBridge.exposeInMainWorld('rolecall', { ...Object.fromEntries(calls), on, now: Object.fromEntries(now) });
