import type { Generated } from 'kysely';
import type { AsrRule, HighLatitudeRule, SunMethod } from '../../contract/sun/sun-place.ts';

declare module '../platform/tables.ts' {
  interface Tables {
    sun_place: {
      organisation_id: string;
      name: string;
      latitude: number;
      longitude: number;
      method: SunMethod;
      asr_rule: AsrRule;
      high_latitude_rule: HighLatitudeRule;
      version: Generated<number>;
      updated_at: InstantColumn;
    };
  }
}
