import { connect } from 'node:net';
import type { Result } from '../core/result.ts';
import { callProgram } from '../host/local-client.ts';
import type { ProgramClient } from './world.ts';

export interface ProgramClientOptions {
  readonly socketPath: string;
  /** Starts the program hidden and waits until it listens. */
  readonly start: () => Promise<Result<unknown>>;
}

/** Calls the program over its local socket. Whether it runs is found out by connecting, never by a file. */
export function createProgramClient({ socketPath, start }: ProgramClientOptions): ProgramClient {
  return {
    async call(name, input) {
      if (!(await isListening(socketPath))) {
        const started = await start();
        if (!started.ok) return started;
      }
      return callProgram(socketPath, name, input);
    },
    async callIfRunning(name, input) {
      return (await isListening(socketPath)) ? callProgram(socketPath, name, input) : undefined;
    },
  };
}

/** Whether somebody accepts connections on the socket. */
export function isListening(socketPath: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(socketPath);
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
