import { fileURLToPath } from 'node:url';
import type { Grid, GridCell, GridRow } from '../../contract/duty/grid.ts';
import { namesIn, timesOf, weekdayOf } from './grid-names.ts';
import { printedText } from './printed-text.ts';

/**
 * A grid to print and hang up: the duties on every page, a row never parted, a line for each open place. Names in Latin,
 * Greek, Cyrillic and Arabic letters; what no font here writes is a box.
 */
export async function writeGridPdf(grid: Grid, organisationName: string): Promise<Buffer> {
  const pdfmake = await loadPdfmake();
  return pdfmake.createPdf(documentOf(grid, organisationName)).getBuffer();
}

type Pdfmake = Pick<typeof import('pdfmake'), 'createPdf'>;
let loaded: Pdfmake | undefined;

// Loaded when somebody prints: 10 MB of fonts and code that few need.
async function loadPdfmake(): Promise<Pdfmake> {
  if (loaded) return loaded;
  const { default: pdfmake } = (await import('pdfmake')) as unknown as {
    default: typeof import('pdfmake');
  };
  const fonts = {
    Roboto: fontOf('pdfmake/fonts/Roboto/Roboto-', 'Regular.ttf', 'Medium.ttf'),
    Arabic: fontOf(arabic, '400-normal.woff', '700-normal.woff'),
  };
  const files = Object.values(fonts).flatMap((font) => Object.values(font));
  pdfmake.setFonts(fonts);
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((path) => files.includes(path));
  loaded = pdfmake;
  return pdfmake;
}

const arabic = '@fontsource/noto-naskh-arabic/files/noto-naskh-arabic-arabic-';

function fontOf(place: string, regular: string, strong: string) {
  const [normal, bold] = [regular, strong].map((file) =>
    fileURLToPath(import.meta.resolve(place + file)),
  ) as [string, string];
  return { normal, bold };
}

function documentOf(grid: Grid, organisationName: string): object {
  const { roster, duty_types: types } = grid;
  const wide = types.length > 8;
  const dense = types.length > 14;
  const stood = grid.as_of ? `as it stood at ${grid.as_of.slice(0, 16).replace('T', ' ')} UTC` : '';
  const facts = [`${roster.start_date} – ${roster.end_date}`, `times of ${grid.time_zone}`, stood];
  return {
    info: { title: `${roster.name} · ${organisationName}` },
    pageSize: wide ? 'A3' : 'A4',
    pageOrientation: types.length <= 4 ? 'portrait' : 'landscape',
    pageMargins: [24, 24, 24, 32],
    defaultStyle: { font: 'Roboto', fontSize: dense ? 6.5 : 8.5 },
    content: [
      { text: printedText(`${roster.name} · ${organisationName}`), fontSize: 15, bold: true },
      { text: facts.filter(Boolean).join(' · '), margin: [0, 2, 0, 8], color: '#444444' },
      tableOf(grid),
    ],
    footer: (page: number, pages: number) => ({
      text: `${page} / ${pages}`,
      ...{ alignment: 'right', margin: [24, 8, 24, 0], color: '#444444' },
    }),
  };
}

function tableOf({ rows, duty_types: types }: Grid): object {
  const second = rows.some((row) => row.second_date !== null);
  const header = [
    { text: 'Date', bold: true },
    ...types.map(({ name, colour }) => ({
      ...{ text: printedText(name), bold: true, color: '#ffffff', fillColor: colour },
    })),
  ];
  return {
    table: {
      headerRows: 1,
      dontBreakRows: true,
      widths: [second ? 92 : 56, ...types.map(() => '*')],
      body: [header, ...rows.map(rowOf)],
    },
    layout: {
      hLineWidth: () => 0.4,
      vLineWidth: () => 0.4,
      hLineColor: () => '#888888',
      vLineColor: () => '#888888',
    },
  };
}

function rowOf(row: GridRow): object[] {
  const date = { text: `${weekdayOf(row.date)} ${row.date}`, bold: true };
  const second = { text: printedText(row.second_date ?? ''), color: '#444444' };
  return [{ stack: row.second_date === null ? [date] : [date, second] }, ...row.cells.map(cellOf)];
}

function cellOf(cell: GridCell): object {
  const free = cell.people - cell.assignments.length;
  const open =
    free > 0 && cell.why_not === null ? [{ text: '_'.repeat(12), color: '#888888' }] : [];
  return {
    stack: [
      { text: timesOf(cell), color: '#444444' },
      ...namesIn(cell).map((name) => ({ text: printedText(name) })),
      ...open,
    ],
  };
}
