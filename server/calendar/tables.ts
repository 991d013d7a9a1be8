import '../platform/tables.ts';

declare module '../platform/tables.ts' {
  interface Tables {
    calendar_feed: {
      organisation_id: string;
      person_id: string;
      hash: Buffer;
      made_at: InstantColumn;
    };
  }
}
