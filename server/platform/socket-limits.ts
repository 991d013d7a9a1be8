import { networkOf } from './throttle.ts';

/** As much of a socket as is needed to send it away. */
type Closable = { close(code: number, reason: string): void };

/** How many sockets one node holds for one address and one account. */
export type SocketLimits = {
  /** A socket that has not said who it is: false when its address has too many of them. */
  knock(address: string): boolean;
  /** It has said who it is, or has gone. */
  answered(address: string): void;
  /** It belongs to an account; beyond the limit the account's oldest is closed. */
  admit(accountId: string, socket: Closable): void;
  leave(accountId: string, socket: Closable): void;
};

/** Limits for one node: `waiting` sockets of an address, `open` ones of an account. */
export function openSocketLimits(most: { waiting: number; open: number }): SocketLimits {
  const waiting = new Map<string, number>();
  const open = new Map<string, Set<Closable>>();
  return {
    knock(address) {
      const network = networkOf(address);
      const now = waiting.get(network) ?? 0;
      if (now >= most.waiting) return false;
      waiting.set(network, now + 1);
      return true;
    },
    answered(address) {
      const network = networkOf(address);
      const left = (waiting.get(network) ?? 0) - 1;
      if (left > 0) waiting.set(network, left);
      else waiting.delete(network);
    },
    admit(accountId, socket) {
      const sockets = open.get(accountId) ?? new Set();
      open.set(accountId, sockets.add(socket));
      if (sockets.size <= most.open) return;
      const [oldest] = sockets;
      if (!oldest) return;
      sockets.delete(oldest);
      oldest.close(4429, 'too many sockets');
    },
    leave(accountId, socket) {
      const sockets = open.get(accountId);
      sockets?.delete(socket);
      if (sockets?.size === 0) open.delete(accountId);
    },
  };
}
