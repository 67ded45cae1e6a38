import { createInterface } from 'node:readline/promises';
import type { ReadStream } from 'node:tty';
import type { CliWorld } from './world.ts';

/** Longer than any line that is meant to be read here. */
const LINE_LIMIT = 4_096;

/** Standard input as the commands use it. Questions go to standard error, so that output can be piped on. */
export function createTerminal(input: ReadStream, output: NodeJS.WriteStream): CliWorld['stdin'] {
  return {
    isTTY: input.isTTY === true,
    readLine: () => readLine(input),
    async prompt(question) {
      const lines = createInterface({ input, output });
      try {
        return await lines.question(question);
      } finally {
        lines.close();
      }
    },
    async promptHidden(question) {
      output.write(question);
      input.setRawMode(true);
      try {
        return await readHidden(input);
      } finally {
        input.setRawMode(false);
        output.write('\n');
      }
    },
  };
}

/** The first line; the rest of the input is not waited for. */
async function readLine(input: NodeJS.ReadableStream): Promise<string> {
  let text = '';
  for await (const chunk of input) {
    text += String(chunk);
    if (/[\r\n]/.test(text) || text.length > LINE_LIMIT) break;
  }
  return (text.split(/\r?\n|\r/)[0] ?? '').slice(0, LINE_LIMIT);
}

/** Nothing is echoed, not even dots: they would tell how long the secret is. */
function readHidden(input: ReadStream): Promise<string> {
  return new Promise((resolve) => {
    let typed = '';
    const onData = (chunk: Buffer) => {
      for (const key of chunk.toString('utf8')) {
        if (key === '\u0003') {
          // In raw mode Ctrl+C is a key like any other.
          input.setRawMode(false);
          process.kill(process.pid, 'SIGINT');
          return;
        }
        if (key === '\r' || key === '\n' || key === '\u0004') {
          input.off('data', onData);
          input.pause();
          resolve(typed);
          return;
        }
        if (key === '\u007F' || key === '\b') typed = typed.slice(0, -1);
        else if (typed.length < LINE_LIMIT) typed += key;
      }
    };
    input.on('data', onData);
    input.resume();
  });
}
