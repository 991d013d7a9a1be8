import { type Static, Type } from 'typebox';

/**
 * The one socket, `/api/ws`. First message within 5 s: `authenticate` with an access token, and the
 * slug or id of another organisation of the person, if it is to be for that one.
 * Then `subscribe` to topics; each event carries the cursor to come back with.
 */
export const ClientMessage = Type.Union([
  Type.Object({
    type: Type.Literal('authenticate'),
    token: Type.String({ maxLength: 4096 }),
    organisation: Type.Optional(Type.String({ maxLength: 100 })),
  }),
  Type.Object({
    type: Type.Literal('subscribe'),
    topic: Type.String({ maxLength: 100 }),
    after: Type.Optional(Type.String({ maxLength: 60 })),
  }),
  Type.Object({ type: Type.Literal('unsubscribe'), topic: Type.String({ maxLength: 100 }) }),
  Type.Object({ type: Type.Literal('ping'), timestamp: Type.Optional(Type.Unknown()) }),
]);
export type ClientMessage = Static<typeof ClientMessage>;

/** A live event: `type` is the event's name, the rest depends on it (see `contract/events.ts`). */
export type LiveEvent = {
  type: string;
  topic: string;
  cursor: string;
  message: string;
  [field: string]: unknown;
};

export type ServerMessage =
  | { type: 'ready'; person: string; organisation: string }
  | { type: 'subscribed'; topic: string; cursor: string }
  | { type: 'pong'; timestamp?: unknown }
  | { type: 'error'; code: string; detail: string; topic?: string }
  | LiveEvent;
