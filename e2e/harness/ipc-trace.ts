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
    // What a page stands still for is answered by the event itself.
    for (const channel of ipcMain.eventNames() as string[]) {
      for (const listener of ipcMain.listeners(channel) as Handler[]) {
        ipcMain.removeListener(channel, listener);
        ipcMain.on(channel, (event, ...words) =>
          listener(
            Object.create(event, {
              returnValue: {
                set(answer: unknown) {
                  said.push(JSON.stringify([channel, words[0], answer]));
                  event.returnValue = answer;
                },
              },
            }),
            ...words,
          ),
        );
      }
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
