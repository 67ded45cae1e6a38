import { chmod, lstat, unlink } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { connect, type Socket } from 'node:net';
import { dirname } from 'node:path';
import type { Asker } from '../core/asker.ts';
import { type Failure, failure } from '../core/failure.ts';
import type { Signal } from '../core/ports.ts';
import { failed, ok, type Result } from '../core/result.ts';
import { askerOf, type OwnPrograms } from './asker-of.ts';
import { answer } from './local-requests.ts';
import { loadPeerSource, type PeerSource } from './peer.ts';
import { ensurePrivateDir } from './private-dir.ts';

/** Handles one call of the contract. Arguments arrive unparsed. */
export type HandleCall = (
  name: string,
  input: unknown,
  context: { readonly asker: Asker; readonly signal: Signal },
) => Promise<Result<unknown>>;

export interface LocalSocketOptions {
  readonly path: string;
  readonly handle: HandleCall;
  /** The launcher and the command, so that the asker named is the one behind them. */
  readonly own: readonly string[];
  /** A connection that was refused, in words for a log. */
  readonly onRefused?: (why: string) => void;
  readonly ownUid?: number | undefined;
  readonly loadPeers?: () => Promise<PeerSource>;
  /** A request must have arrived whole by then; the answer may take as long as a person needs. */
  readonly arrivalMs?: number;
  readonly maxConnections?: number;
}

export interface LocalSocket {
  /** Refuses new connections, cuts those that wait, removes the socket. */
  close(): Promise<void>;
}

/** `sun_path` of sockaddr_un, less its final zero: unix(7); macOS has 104. */
const longestPathBytes = process.platform === 'darwin' ? 103 : 107;

/**
 * Serves the contract's calls over HTTP on a unix socket (0600 in a directory
 * 0700, whatever the umask) to programs of the same user. Fails with
 * `internal` when the directory is not this user's alone, when the path is too
 * long, or when another Rolecall answers there.
 */
export async function serveLocalSocket(options: LocalSocketOptions): Promise<Result<LocalSocket>> {
  const { path } = options;
  const pipe = path.startsWith('\\\\.\\pipe\\');
  if (!pipe) {
    const ready = await prepare(path, options.ownUid);
    if (!ready.ok) return ready;
  }
  const server = createLocalServer(options);
  try {
    await new Promise<void>((resolve, reject) => {
      // Also for what comes later, such as no descriptor left for a connection: an error that nobody hears ends the program.
      server.on('error', reject);
      server.listen(path, resolve);
    });
    if (!pipe) await chmod(path, 0o600);
  } catch (error) {
    server.close();
    return failed(unusable(path, error instanceof Error ? error.message : String(error)));
  }
  return ok({
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  });
}

function createLocalServer(options: LocalSocketOptions): Server {
  const { handle, own, path, onRefused = () => {}, ownUid = process.getuid?.(), arrivalMs = 5_000 } = options;
  let loading: Promise<PeerSource> | undefined;
  const peers = () => {
    loading ??= (options.loadPeers ?? loadPeerSource)();
    return loading;
  };
  const programs: OwnPrograms = { socket: path, paths: own };
  const clocks = new WeakMap<Socket, ReturnType<typeof setTimeout>>();

  async function serve(request: IncomingMessage, response: ServerResponse) {
    const source = await peers();
    const peer = source.peerOf(request.socket);
    if (!peer || (ownUid !== undefined && peer.uid !== ownUid)) {
      onRefused(peer ? `a program of user ${peer.uid} (process ${peer.pid})` : 'a program that cannot be told');
      request.socket.destroy();
      return;
    }
    await answer(request, response, {
      handle,
      whoAsks: async () => ({
        ...(await askerOf(peer.pid, source.processOf, programs)),
        ...(peer.uid !== undefined && { uid: peer.uid }),
      }),
      arrived: () => clearTimeout(clocks.get(request.socket)),
    });
  }

  const server = createServer(
    {
      maxHeaderSize: 8 * 1024,
      keepAlive: false,
      // `arrivalMs` does their work with one timer per connection, none while idle.
      headersTimeout: 0,
      requestTimeout: 0,
      keepAliveTimeout: 1,
    },
    (request, response) => void serve(request, response).catch(() => request.socket.destroy()),
  );
  server.maxConnections = options.maxConnections ?? 512;
  server.on('connection', (socket) => {
    const clock = setTimeout(() => socket.destroy(), arrivalMs);
    clocks.set(socket, clock);
    socket.once('close', () => clearTimeout(clock));
  });
  server.on('clientError', (_error, socket) => socket.destroy());
  server.on('upgrade', (_request, socket) => socket.destroy());
  server.on('connect', (_request, socket) => socket.destroy());
  return server;
}

async function prepare(path: string, ownUid: number | undefined): Promise<Result<void>> {
  const bytes = Buffer.byteLength(path);
  if (bytes > longestPathBytes) {
    return failed(
      failure(
        'internal',
        `The path of Rolecall’s socket is ${bytes} bytes long; the system takes ${longestPathBytes}: ${path}`,
        'Set XDG_RUNTIME_DIR or ROLECALL_DATA_DIR to a shorter path.',
      ),
    );
  }
  const folder = await ensurePrivateDir(dirname(path), ownUid);
  if (!folder.ok) return folder;
  const is = await lstat(path).catch(() => undefined);
  if (!is) return ok(undefined);
  if (!is.isSocket()) return failed(unusable(path, 'something else is there'));
  if (await someoneAnswers(path)) return failed(unusable(path, 'another Rolecall answers there'));
  await unlink(path).catch(() => undefined);
  return ok(undefined);
}

/** A socket file outlives its process; a connection tells whether one still listens. */
function someoneAnswers(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path);
    const done = (answers: boolean) => {
      socket.destroy();
      resolve(answers);
    };
    socket.once('connect', () => done(true));
    socket.once('error', () => done(false));
  });
}

function unusable(path: string, why: string): Failure {
  return failure(
    'internal',
    `Rolecall’s socket ${path} cannot be used: ${why}.`,
    'Quit the other Rolecall, or remove it.',
  );
}
