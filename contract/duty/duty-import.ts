import { type Static, Type } from 'typebox';
import { importFile } from '../people/import-file.ts';
import { CalendarDate, Id, Nullable } from '../platform/values.ts';

/**
 * A table of a roster, CSV or XLSX: with columns Date, Duty and Name or E-mail; or as the grid is
 * exported, with dates down, duties across and names inside.
 */
export const dutyFile = { roster: Id, ...importFile };

/** An assignment as it would be read in, with what is wrong with it, by column. */
export const DutyImportRow = Type.Object({
  line: Type.Integer({ description: 'As a spreadsheet counts; the names of the columns are 1' }),
  date: Nullable(CalendarDate),
  duty_type: Nullable(Id),
  duty_name: Type.String(),
  person: Nullable(Id),
  person_name: Type.String(),
  stands: Type.Boolean({ description: 'They have that duty already: nothing to do' }),
  errors: Type.Record(Type.String(), Type.Array(Type.String())),
});
export type DutyImportRow = Static<typeof DutyImportRow>;
