import type { Generated } from 'kysely';
import type { ChannelName } from '../platform/channels/channel.ts';
import type { InstantColumn, JsonColumn } from '../platform/tables.ts';

type NullableInstant = InstantColumn | null;

declare module '../platform/tables.ts' {
  interface Tables {
    delivery_report: {
      organisation_id: string;
      message_id: string;
      provider_id: string;
      status: string;
      code: string | null;
      detail: string | null;
      received_at: InstantColumn;
    };
    dead_address: {
      organisation_id: string;
      channel: ChannelName;
      address: string;
      code: string;
      detail: string;
      found_at: InstantColumn;
    };
    inbound_text: {
      organisation_id: string;
      id: string;
      channel: 'sms' | 'whatsapp';
      provider_id: string;
      from_number: string;
      person_id: string | null;
      body: string;
      media: JsonColumn;
      received_at: InstantColumn;
    };
    opt_out: {
      number: string;
      began_at: InstantColumn;
      source: 'sms' | 'whatsapp' | 'provider';
      ended_at: NullableInstant;
    };
    provider_pause: { channel: ChannelName; until: InstantColumn };
    callback: {
      id: string;
      kind: 'twilio-status' | 'twilio-text' | 'whatsapp';
      key: string;
      query: string;
      body: Buffer;
      content_type: string;
      received_at: InstantColumn;
      due_at: InstantColumn;
      attempts: Generated<number>;
      processed_at: NullableInstant;
      failure: string | null;
    };
  }
}
