import { type Static, Type } from 'typebox';
import { Line, Nullable } from '../platform/values.ts';

/** A table of people: CSV or XLSX, its first row names the columns. At most 2 MB and 1,000 rows. */
export const importFile = {
  file_name: Line(200),
  content: Type.String({ minLength: 4, maxLength: 2_800_000, description: 'The file, base64' }),
};

/** Larger than other calls: a file of 2 MB in base64. */
export const importBytesMax = 3_000_000;

/** A row as it would be read in, with what is wrong with it, by column. */
export const ImportRow = Type.Object({
  line: Type.Integer({ description: 'As a spreadsheet counts; the names of the columns are 1' }),
  email: Type.String(),
  full_name: Type.String(),
  phone_number: Nullable(Type.String()),
  role_name: Type.String(),
  weekly_hours_limit: Nullable(Type.Integer()),
  errors: Type.Record(Type.String(), Type.Array(Type.String())),
});
export type ImportRow = Static<typeof ImportRow>;
