import type { EventName } from '../../contract/events.ts';
import type { Endpoint } from './action.ts';
import type { Aliases } from './alias.ts';
import type { App } from './app.ts';
import type { Live, Topics } from './hub.ts';
import type { Queue } from './jobs.ts';
import type { JournalEntry } from './journal-reader.ts';
import type { Templates } from './letter.ts';
import type { Loop } from './loops.ts';
import type { Pruning } from './prune.ts';
import type { SocketPaths } from './serve-socket.ts';

/** What a module brings to the program; modules.ts lists them all. */
export type Module = {
  readonly name: string;
  readonly endpoints: readonly Endpoint[];
  /** Other spellings of its paths. */
  readonly aliases?: Aliases;
  /** Other addresses of the socket, each for a topic. */
  readonly sockets?: SocketPaths;
  /** Events that go to sockets. */
  readonly live?: Partial<Record<EventName, Live>>;
  /** Hears every node's entries after their commit, in commit order, and tells what it makes of them. */
  readonly hears?: (app: App) => (entries: JournalEntry[]) => void;
  /** Kinds of topic that can be subscribed to. */
  readonly topics?: Topics;
  /** The letters it writes. */
  readonly templates?: Templates;
  /** Data for showing each of them before it was ever written. */
  readonly samples?: Readonly<Record<string, Record<string, unknown>>>;
  /** What a worker does once when it starts: picks up what a crash left behind. */
  readonly atStart?: (app: App) => Promise<void>;
  /** What of its tables has its time. */
  readonly prunings?: readonly Pruning[];
  /** Work that runs by itself. */
  readonly queues?: (app: App) => Queue[];
  /** Work that looks for itself what is due. */
  readonly loops?: (app: App) => Loop[];
};
