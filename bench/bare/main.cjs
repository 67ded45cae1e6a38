// The least that an Electron program with a tray can be: the floor under Rolecall's own figures.
const path = require('node:path');
const { app, BrowserWindow, Tray, nativeImage } = require('electron');

app.enableSandbox();
app.on('window-all-closed', () => undefined);

let tray;
let window;

function openPage(file) {
  window = new BrowserWindow({ width: 400, height: 600, frame: false, show: false, skipTaskbar: true });
  window.once('ready-to-show', () => {
    window.show();
    window.focus();
  });
  void window.loadFile(path.join(__dirname, file));
}

const commands = {
  ping: () => undefined,
  open: () => openPage('page.html'),
  'open-keys': () => openPage('keys.html'),
  show: () => window.show(),
  hide: () => window.hide(),
  destroy: () => window.destroy(),
};

app.whenReady().then(() => {
  tray = new Tray(nativeImage.createFromPath(path.join(__dirname, 'icon.png')));
  tray.setToolTip('bare');
  const socket = process.env.BARE_SOCKET;
  // Loaded only for the figures that need it: a start is measured without.
  if (socket) {
    require('node:http')
      .createServer((request, response) => {
        commands[request.url.slice(1)]();
        response.end('{}');
      })
      .listen(socket);
  }
});
