import type { FileState } from '../../contract/files/stored-file.ts';
import type { FileKind } from '../../contract/platform/route.ts';

declare module '../platform/tables.ts' {
  interface Tables {
    file: {
      organisation_id: string;
      id: string;
      subject_kind: string;
      subject_id: string;
      person_id: string | null;
      kind: FileKind;
      file_name: string;
      media_type: string;
      bytes: number;
      sha256: Buffer;
      blocks: Buffer;
      state: FileState;
      threat: string | null;
      created_at: InstantColumn;
      state_at: InstantColumn;
    };
    file_usage: { organisation_id: string; owner_id: string; bytes: string };
  }
}
