import type { Generated } from 'kysely';
import type { DeliveryStatus } from '../../contract/inbox/delivery.ts';
import type { ChannelName } from '../platform/channels/channel.ts';
import type { InstantColumn, JsonColumn } from '../platform/tables.ts';

type NullableInstant = InstantColumn | null;

declare module '../platform/tables.ts' {
  interface Tables {
    message: {
      organisation_id: string;
      id: string;
      journal_id: string;
      person_id: string;
      channel: ChannelName;
      address: string;
      template: string;
      data: JsonColumn;
      status: Generated<DeliveryStatus>;
      attempts: Generated<number>;
      due_at: InstantColumn;
      lease: string | null;
      created_at: InstantColumn;
      sent_at: NullableInstant;
      provider_id: string | null;
      round: Generated<number>;
      attempts_before: Generated<number>;
      failure_code: string | null;
      failure: string | null;
      stands_with: string | null;
      withdrawn_at: NullableInstant;
      attempts_max: Generated<number>;
      attempts_free: Generated<number>;
      attempts_lost: Generated<number>;
      expires_at: NullableInstant;
    };
    attempt: {
      organisation_id: string;
      message_id: string;
      number: number;
      started_at: InstantColumn;
      ended_at: NullableInstant;
      outcome: 'sent' | 'failed' | 'unknown' | null;
      detail: string | null;
      provider_id: string | null;
      code: string | null;
    };
  }
}
