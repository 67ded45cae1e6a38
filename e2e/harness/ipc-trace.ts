import type { ElectronApplication } from 'playwright';

/** Writes down, in the main process, all that goes to windows from now on: answers to their calls, and events. */
export async function traceIpc(app: ElectronApplication): Promise<() => Promise<string>> {
  await app.evaluate(({ app: electron, ipcMain, webContents }) => {
    const said: string[] = [];
    (globalThis as unknown as { ipcTrace: string[] }).ipcTrace = said;
    // Electron has no way to listen in: its own table of handlers, and each window's `send`.
    type Handler = (...words: unknown[]) => unknown;
    const handlers = (ipcMain as unknown as { _invokeHandlers: Map<string, Handler> })._invokeHandlers;
    for (const [channel, handle] of handlers) {
      handlers.set(channel, async (...words) => {
        const answer = await handle(...words);
        said.push(JSON.stringify([channel, words[1], answer]));
        return answer;
      });
    }
    const listenIn = (contents: Electron.WebContents) => {
      const send = contents.send.bind(contents);
      contents.send = (channel, ...words) => {
        said.push(JSON.stringify([channel, ...words]));
        send(channel, ...words);
      };
    };
    webContents.getAllWebContents().forEach(listenIn);
    electron.on('web-contents-created', (_event, contents) => listenIn(contents));
  });
  return () => app.evaluate(() => (globalThis as unknown as { ipcTrace: string[] }).ipcTrace.join('\n'));
}
