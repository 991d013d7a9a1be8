import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';

/** The test file that every virus scanner finds (eicar.org); in two parts, so that none finds this one. */
export const eicar = Buffer.from(
  `X5O!P%@AP[4\\PZX54(P^)7CC)7}$${'EICAR-STANDARD-ANTIVIRUS-TEST-FILE'}!$H+H*`,
  'latin1',
);

/** Opens a simulator of clamd on this machine. */
export async function openClamdSimulator(): Promise<ClamdSimulator> {
  const simulator = new ClamdSimulator();
  await simulator.open();
  return simulator;
}

/** clamd as far as Callboard uses it: PING, and INSTREAM that finds the test file of EICAR. */
export class ClamdSimulator {
  /** Sizes of all that was scanned. */
  readonly scanned: number[] = [];
  /** Takes everything and never answers. */
  hangs = false;
  port = 0;
  private readonly sockets = new Set<Socket>();
  private readonly server: Server;

  constructor() {
    this.server = createServer((socket) => {
      this.sockets.add(socket);
      socket.on('close', () => this.sockets.delete(socket));
      this.answer(socket).catch(() => socket.destroy());
    });
    this.server.unref();
  }

  async open(port = this.port): Promise<void> {
    this.server.listen(port, '127.0.0.1');
    await once(this.server, 'listening');
    this.port = (this.server.address() as AddressInfo).port;
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    this.server.close();
    await once(this.server, 'close');
  }

  private async answer(socket: Socket): Promise<void> {
    let held = Buffer.alloc(0);
    for await (const chunk of socket) {
      held = Buffer.concat([held, chunk as Buffer]);
      const answer = this.hangs ? null : this.answerTo(held);
      if (answer !== null) return void socket.end(`${answer}\0`);
    }
  }

  private answerTo(held: Buffer): string | null {
    if (held.equals(Buffer.from('zPING\0'))) return 'PONG';
    const command = 'zINSTREAM\0';
    if (held.length < command.length) return null;
    if (held.toString('latin1', 0, command.length) !== command) return 'UNKNOWN COMMAND';
    const stream = streamIn(held.subarray(command.length));
    if (stream === null) return null;
    this.scanned.push(stream.length);
    return stream.includes(eicar) ? 'stream: Eicar-Test-Signature FOUND' : 'stream: OK';
  }
}

/** The chunks of a stream put together; null until the empty one has come. */
function streamIn(bytes: Buffer): Buffer | null {
  const chunks: Buffer[] = [];
  for (let at = 0; at + 4 <= bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    if (length === 0) return Buffer.concat(chunks);
    chunks.push(bytes.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return null;
}
