// The least that a command written for Node does to ask over a unix socket.
require('node:http').get({ socketPath: process.argv[2], path: '/' }, (response) => response.pipe(process.stdout));
