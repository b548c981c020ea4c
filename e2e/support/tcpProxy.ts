import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** One connection through the proxy. */
interface Pair {
  /** Towards whoever came here. */
  near: Socket;
  /** Towards the server. */
  far: Socket;
}

/** How an open connection ends before its time. */
export type Cut = 'reset' | 'swallow' | 'halfCloseNear' | 'halfCloseFar';
const CUTS: readonly Cut[] = ['reset', 'swallow', 'halfCloseNear', 'halfCloseFar'];

/** A bad network between a console and its server. */
export interface TcpProxy {
  /** Where it answers, without a slash at the end. */
  url: string;
  /** Ends one open connection, chosen by chance, in a way chosen by chance. False: none is open. */
  cut(): boolean;
  /** Nothing gets through: what is open ends, what comes is refused. */
  block(blocked: boolean): void;
  /** Asked with the first bytes of each answer of the server; `false` keeps it from arriving. */
  onAnswer(listener: ((request: string) => boolean) | null): void;
  close(): Promise<void>;
}

export interface TcpProxyOptions {
  target: string;
  /** 0–1. */
  random: () => number;
  /** Milliseconds a new connection waits at most: a later one may overtake it. */
  reorder: number;
  /** Milliseconds that bytes wait at most. */
  delay: number;
}

/** Milliseconds for which a connection that was half closed or lost its answers stays otherwise. */
const LINGER = 400;
/** Characters of a request that are remembered. */
const HEAD = 400;

/** Starts a TCP proxy on a free port that delays, reorders and, when told to, cuts connections. */
export async function startTcpProxy(options: TcpProxyOptions): Promise<TcpProxy> {
  const { random } = options;
  const target = new URL(options.target);
  const pairs = new Set<Pair>();
  let blocked = false;
  let listener: ((request: string) => boolean) | null = null;

  function end(pair: Pair): void {
    pairs.delete(pair);
    pair.near.resetAndDestroy();
    pair.far.resetAndDestroy();
  }

  /** Hands bytes on in order, each piece after a pause of its own. */
  function forward(from: Socket, to: Socket, seen: (chunk: Buffer) => boolean): void {
    let turn: Promise<unknown> = Promise.resolve();
    from.on('data', (chunk: Buffer) => {
      if (!seen(chunk)) return;
      const wait = random() < 0.2 ? random() * options.delay : 0;
      turn = turn.then(async () => {
        if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
        if (!to.destroyed) to.write(chunk);
      });
    });
    from.on('end', () => void turn.then(() => to.end()));
    from.on('error', () => undefined);
  }

  function join(near: Socket): void {
    if (blocked || near.destroyed) return void near.resetAndDestroy();
    const far = connect(Number(target.port), target.hostname);
    const pair = { near, far };
    pairs.add(pair);
    for (const socket of [near, far]) {
      socket.setNoDelay(true);
      socket.once('close', () => {
        pairs.delete(pair);
        near.destroy();
        far.destroy();
      });
    }
    let request = '';
    forward(near, far, (chunk) => {
      if (/^(GET|POST|PUT|PATCH|DELETE|HEAD) /.test(chunk.toString('latin1', 0, 8))) {
        request = chunk.toString('latin1', 0, HEAD);
      }
      return true;
    });
    forward(far, near, () => {
      if (listener === null || listener(request)) return true;
      end(pair);
      return false;
    });
    near.resume();
  }

  function cutPair(pair: Pair, way: Cut): void {
    pairs.delete(pair);
    if (way === 'reset') return end(pair);
    if (way === 'swallow') pair.far.removeAllListeners('data').resume();
    if (way === 'halfCloseNear') pair.near.end();
    if (way === 'halfCloseFar') pair.far.end();
    setTimeout(() => end(pair), random() * LINGER);
  }

  const server = createServer({ pauseOnConnect: true, allowHalfOpen: true }, (near) => {
    near.on('error', () => undefined);
    setTimeout(() => join(near), random() * options.reorder);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cut() {
      const open = [...pairs];
      const pair = open[Math.floor(random() * open.length)];
      if (pair === undefined) return false;
      cutPair(pair, CUTS[Math.floor(random() * CUTS.length)] ?? 'reset');
      return true;
    },
    block(next) {
      blocked = next;
      if (blocked) for (const pair of [...pairs]) end(pair);
    },
    onAnswer(next) {
      listener = next;
    },
    async close() {
      for (const pair of [...pairs]) end(pair);
      server.close();
      await once(server, 'close');
    },
  };
}
