import type { Language } from '../../contract/wording/languages.ts';
import '../platform/tables.ts';

declare module '../platform/tables.ts' {
  interface Tables {
    wording: {
      organisation_id: string;
      template: string;
      language: Language;
      subject: string | null;
      body: string | null;
      sms: string | null;
      updated_at: InstantColumn;
    };
  }
}
