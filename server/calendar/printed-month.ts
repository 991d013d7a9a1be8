import { createHash } from 'node:crypto';
import type { monthCalendar } from '../../contract/calendar/month-calendar.ts';
import type { Answer } from '../../contract/platform/route.ts';
import { asHtml } from '../platform/letter.ts';
import { dayNames } from './calendar-days.ts';

type Month = Answer<typeof monthCalendar>;
type Day = Month['weeks'][number]['days'][number];
type Shift = Day['shifts'][number];

const style = `
@page { size: A4 landscape; margin: 10mm }
* { box-sizing: border-box }
body { margin: 0; padding: 4mm; font: 9pt/1.35 system-ui, sans-serif; color: #000; background: #fff }
h1 { margin: 0; font-size: 16pt }
p { margin: 1mm 0 3mm }
table { width: 100%; border-collapse: collapse; table-layout: fixed }
thead { display: table-header-group }
tr { break-inside: avoid }
th { padding: 1mm; text-align: left; font-size: 9pt }
td { height: 24mm; padding: 1mm 1.5mm; border: 0.3mm solid #000; vertical-align: top; overflow-wrap: anywhere }
td.other { border-style: dotted; color: #444 }
b { font-size: 11pt }
ul { margin: 1mm 0 0; padding: 0; list-style: none }
.open { display: block; font-style: italic }
.pending { text-decoration: underline dotted }
@media print { body { padding: 0 } }
`;
const styleHash = createHash('sha256').update(style).digest('base64');

/** What the page may do: be styled by its own sheet, and nothing else. */
export const printPolicy = `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'`;

/**
 * A month as a page for paper: who is on when, and what nobody covers; or, of one person, when they
 * are on. Notes stay off paper.
 */
export function printedMonth(month: Month, organisationName: string, ofOne: boolean): string {
  const { fully_covered, total_days } = month.coverage_stats;
  const days = month.weeks.flatMap((week) => week.days);
  const name = ofOne && days.find(({ shifts }) => shifts.length > 0)?.shifts[0]?.pa_name;
  const title = asHtml(`${month.month_name} · ${organisationName}${name ? ` · ${name}` : ''}`);
  const covered = ofOne ? '' : `${fully_covered} of ${total_days} days covered · `;
  const heads = dayNames.map((name) => `<th scope="col">${name}</th>`).join('');
  const weeks = month.weeks.map(
    (week) => `<tr>${week.days.map((day) => cellOf(day, ofOne)).join('')}</tr>`,
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${asHtml(printPolicy)}">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
<h1>${title}</h1>
<p>${covered}times of ${asHtml(month.time_zone)} · as of ${month.today}</p>
<table>
<thead><tr>${heads}</tr></thead>
<tbody>
${weeks.join('\n')}
</tbody>
</table>
</body>
</html>
`;
}

function cellOf(day: Day, ofOne: boolean): string {
  const shifts = day.shifts.map((shift) => `<li>${shiftLine(shift)}</li>`).join('');
  // The days around the month have shifts, so that a week is whole; what is open there is not its matter.
  const windows = day.is_current_month && !ofOne ? day.coverage.windows : [];
  const gaps = windows.flatMap((window) => window.gaps);
  const open = gaps.map((gap) => `<span class="open">open ${spanText(gap)}</span>`).join('');
  const kind = day.is_current_month ? '' : ' class="other"';
  return `<td${kind}><b>${Number(day.date.slice(8))}</b>${shifts && `<ul>${shifts}</ul>`}${open}</td>`;
}

function shiftLine(shift: Shift): string {
  const next = shift.overnight ? ' next day' : '';
  const line = `${spanText(shift)}${next} ${asHtml(shift.pa_name)}`;
  return shift.status === 'PENDING' ? `<span class="pending">${line} (asked)</span>` : line;
}

function spanText({ start_time, end_time }: { start_time: string; end_time: string }): string {
  return `${start_time.slice(0, 5)}–${end_time.slice(0, 5)}`;
}
