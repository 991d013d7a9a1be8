import type { Channel, KindName } from '../../contract/notifications/notification-kinds.ts';
import type { InstantColumn, JsonColumn } from '../platform/tables.ts';

type NullableInstant = InstantColumn | null;

declare module '../platform/tables.ts' {
  interface Tables {
    notification: {
      organisation_id: string;
      id: string;
      person_id: string;
      template: string;
      data: JsonColumn;
      created_at: InstantColumn;
      read_at: NullableInstant;
      cleared_at: NullableInstant;
    };
    notification_preference: {
      organisation_id: string;
      person_id: string;
      kind: KindName;
      channel: Channel;
      chosen: boolean;
    };
    quiet_hours: {
      organisation_id: string;
      person_id: string;
      from_time: string;
      until_time: string;
    };
  }
}
