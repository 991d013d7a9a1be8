import { parse } from 'csv-parse/sync';
import { bytesInMemory } from '../platform/files/random-access.ts';
import { invalid, type Refusal } from '../platform/problem.ts';
import { isZipWithin } from '../platform/zip-size.ts';

/** A table as a spreadsheet shows it: the names of its columns, and the rows below with their line. */
export type Table = { header: string[]; rows: { line: number; cells: string[] }[] };

const fileBytesMax = 2_000_000;
const rowsMax = 1_000;
const columnsMax = 40;
// A roster has a column for each duty.
const wideColumnsMax = 60;
const cellMax = 300;
const linesMax = 5_000;
// A thousand people are some 300 kB; workbooks of Excel have about a dozen entries.
const unpackedMax = { entries: 100, bytes: 10_000_000 };

/**
 * Reads a CSV or XLSX (base64) into a table; cells are one line each unless `keepLines`. 400 on `content`
 * when it is too large, no table, or a bomb.
 */
export async function readTable(
  fileName: string,
  base64: string,
  { keepLines = false } = {},
): Promise<Table> {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(base64)) throw refused('This is not a file in base64.');
  const file = Buffer.from(base64, 'base64');
  if (file.length > fileBytesMax) throw refused('At most 2 MB.');
  const isWorkbook = file.subarray(0, 2).toString('latin1') === 'PK';
  if (!isWorkbook && /\.xlsx?$/i.test(fileName)) {
    throw refused('This is no XLSX file. Save it as XLSX or CSV.');
  }
  const lines = isWorkbook ? await readWorkbook(file) : readCsv(file);
  return tableOf(lines, keepLines);
}

type Lines = { line: number; cells: string[] }[];

async function readWorkbook(file: Buffer): Promise<Lines> {
  if (!(await isZipWithin(bytesInMemory(file), unpackedMax))) {
    throw refused('This workbook is damaged, or far larger than a list of people.');
  }
  // Loaded when somebody has a workbook: it is 4 MB that few servers ever need.
  const { readSheet } = await import('read-excel-file/universal');
  const bytes = new Uint8Array(file).buffer;
  const rows = await readSheet(bytes).catch(() => {
    throw refused('This is no workbook that can be read. Save it as XLSX or CSV.');
  });
  return rows.map((cells, i) => ({ line: i + 1, cells: cells.map(textOf) }));
}

// A formula arrives as what the spreadsheet had computed, never as something to run.
function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell);
}

function readCsv(file: Buffer): Lines {
  const text = decode(file);
  try {
    const records = parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      relax_column_count: true,
      relax_quotes: true,
      max_record_size: 100_000,
      to: rowsMax + 2,
    });
    return records.map((cells, i) => ({ line: i + 1, cells }));
  } catch {
    throw refused('This is no table that can be read. Save it as CSV (UTF-8) or XLSX.');
  }
}

// Excel writes CSV in the code page of its machine; that of western Europe is the usual one.
function decode(file: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(file);
  } catch {
    return new TextDecoder('windows-1252').decode(file);
  }
}

// Whatever parts the names of the columns: Excel takes a semicolon where the comma is for decimals.
function delimiterOf(text: string): string {
  const [first = ''] = text.split(/\r?\n/, 1);
  const counts = [',', ';', '\t'].map((mark) => ({ mark, count: first.split(mark).length }));
  return counts.reduce((most, one) => (one.count > most.count ? one : most)).mark;
}

function tableOf(lines: Lines, keepLines: boolean): Table {
  const [header, ...rows] = lines
    .map(({ line, cells }) => ({ line, cells: cells.map((cell) => clean(cell, keepLines)) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  if (!header || rows.length === 0)
    throw refused('There is no row below the names of the columns.');
  if (rows.length > rowsMax) throw refused(`At most ${rowsMax} rows at once.`);
  const most = keepLines ? wideColumnsMax : columnsMax;
  if (header.cells.length > most) throw refused(`At most ${most} columns.`);
  return { header: header.cells, rows };
}

function clean(cell: string, keepLines: boolean): string {
  const space = keepLines ? /[^\S\n]+/g : /\s+/g;
  const text = cell.toWellFormed().replaceAll('\0', '').replace(space, ' ').trim();
  return text.slice(0, keepLines ? linesMax : cellMax);
}

function refused(sentence: string): Refusal {
  return invalid({ content: [sentence] });
}
