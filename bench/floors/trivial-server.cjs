// Answers everything with the size of a credential_process document: what the local socket would cost if it did nothing.
const body = JSON.stringify({ Version: 1, SessionToken: 'x'.repeat(700) });

require('node:http')
  .createServer((request, response) => {
    request.resume();
    request.on('end', () => response.writeHead(200, { connection: 'close' }).end(body));
  })
  .listen(process.argv[2], () => process.stdout.write('ready\n'));
