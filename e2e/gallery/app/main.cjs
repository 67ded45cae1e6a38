// A window and nothing else: the gallery's scenes are drawn in the Chromium that the program is drawn in.
const { app, BrowserWindow } = require('electron');

app.enableSandbox();
app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1000, height: 800, useContentSize: true, frame: false });
  void window.loadURL(process.env.GALLERY_URL);
});
