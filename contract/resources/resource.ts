import { type Static, Type } from 'typebox';
import { Id, Instant, Line, Nullable } from '../platform/values.ts';
import { BookingSettings } from './booking-settings.ts';
import { OwnSettings } from './own-settings.ts';

/** What one says of a resource. */
export const Colour = Type.String({
  pattern: '^#[0-9a-f]{6}$',
  description: 'Colour, #rrggbb in lower case',
});
export const Capacity = Type.Integer({
  minimum: 1,
  maximum: 200,
  description: 'How many reservations it takes at once',
});
export const Price = Type.Object(
  {
    per_hour: Type.Integer({ minimum: 1, maximum: 1_000_000_000, description: 'In minor units' }),
    currency: Type.String({ pattern: '^[A-Z]{3}$', description: 'Currency, three letters' }),
  },
  { additionalProperties: false },
);
export const ResourceName = Line(80);

/** What is booked: a room, a court, a vehicle. */
export const Resource = Type.Object({
  id: Id,
  name: Type.String(),
  colour: Colour,
  capacity: Capacity,
  occupies_person: Type.Boolean({
    description: 'Whoever books it is there in person, and nowhere else then',
  }),
  is_default: Type.Boolean({ description: 'Meant where a call names no resource' }),
  price: Nullable(Price),
  own_settings: OwnSettings,
  settings: BookingSettings,
  created_at: Instant,
  updated_at: Instant,
  version: Type.Integer({ description: 'Send as If-Match when editing' }),
  can: Type.Object({ edit: Type.Boolean(), delete: Type.Boolean() }),
});
export type Resource = Static<typeof Resource>;
