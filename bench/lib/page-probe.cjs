// Loaded into the measured program by Electron's `-r`: runs a script in one of its pages and hands back what it says.
// A test driver would make hidden pages take themselves for visible.
const { rmSync } = require('node:fs');
const { createServer } = require('node:http');

const socket = process.env.BENCH_PAGE_SOCKET;
rmSync(socket, { force: true });
createServer((request, response) => {
  let script = '';
  request.on('data', (chunk) => {
    script += chunk;
  });
  request.on('end', async () => {
    const { webContents } = require('electron');
    const page = webContents.getAllWebContents().find((one) => one.getURL().endsWith(request.url));
    try {
      const value = page && (await page.executeJavaScript(script));
      response.end(JSON.stringify({ pid: page?.getOSProcessId(), value }));
    } catch (problem) {
      response.writeHead(500).end(String(problem));
    }
  });
}).listen(socket);
