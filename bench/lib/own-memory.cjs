// Loaded into the measured program by Electron's `-r`. A hardened process shows its memory to nobody but itself:
// so it is asked, by a signal, to write down what /proc tells it.
const { readFileSync, writeFileSync } = require('node:fs');

process.on('SIGUSR2', () => {
  const kilobytes = /^Pss: +(\d+) kB$/m.exec(readFileSync('/proc/self/smaps_rollup', 'utf8'))[1];
  writeFileSync(process.env.BENCH_MEMORY_FILE, kilobytes);
});
