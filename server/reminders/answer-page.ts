import { Content } from '../platform/content.ts';
import { asHtml } from '../platform/letter.ts';
import { type AnswerTexts, textsOf } from './answer-texts.ts';
import { clocksIn } from './clocks.ts';
import { whyNotAnswer } from './reminder.ts';
import type { ReminderRow } from './reminder-store.ts';

const policy =
  "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
const style = `
:root { color-scheme: light dark }
body { margin: 0; padding: 24px; font: 17px/1.5 system-ui, sans-serif }
main { max-width: 32rem; margin: 6vh auto 0 }
h1 { font-size: 1.4rem }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 4px 16px }
dt { opacity: .75 } dd { margin: 0; font-weight: 600 }
form { display: grid; gap: 12px; margin-block: 20px }
button { min-height: 52px; padding: 0 20px; border: 2px solid #3a4fd0; border-radius: 10px; background: #3a4fd0; color: #fff; font: inherit; font-weight: 600 }
button.no { background: Canvas; color: CanvasText }
input { min-height: 44px; padding: 0 12px; border: 1px solid GrayText; border-radius: 10px; font: inherit; background: Field; color: FieldText; width: 100%; box-sizing: border-box }
label { display: grid; gap: 4px }
details { margin-block: 20px } summary { min-height: 44px; cursor: pointer }
.said { padding: 12px 16px; border-inline-start: 4px solid #3a4fd0 }
`;

type Page = {
  row: ReminderRow;
  organisationName: string;
  /** What the page speaks: the person's language, else the organisation's. */
  language: string | null;
  now: Temporal.Instant;
};

/**
 * The page behind the link in a reminder: the duty and two buttons, what was said, or why nothing can be
 * said any more (410). No script, so that it works in every mail program's window.
 */
export function answerPage({ row, organisationName, language: tag, now }: Page): Content {
  const { language, texts } = textsOf(tag);
  const refused = whyNotAnswer(row, now);
  const title = refused ? texts.closed : texts.question(row.person_name);
  const body = refused
    ? `<p>${refused.code === 'duty_begun' ? texts.begun : texts.unlocked}</p><p>${texts.talk}</p>`
    : answering(row, texts);
  const page = `<!doctype html>
<html lang="${language}" dir="${texts.direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex">
<title>${asHtml(title)} · Callboard</title>
<style>${style}</style>
</head>
<body><main><p>${asHtml(organisationName)}</p><h1>${asHtml(title)}</h1>${duty(row, texts, language)}${body}</main></body>
</html>
`;
  const headers = {
    'Content-Security-Policy': policy,
    // With `no-referrer`, as elsewhere, a browser would send the form with `Origin: null`.
    'Referrer-Policy': 'same-origin',
  };
  return new Content('text/html; charset=utf-8', page, headers, refused ? 410 : null);
}

function duty(row: ReminderRow, texts: AnswerTexts, language: string): string {
  const { start_time, end_time, overnight } = clocksIn(row);
  const times = `${start_time.slice(0, 5)}–${end_time.slice(0, 5)}${overnight ? ` (${texts.nextDay})` : ''}`;
  const options = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const;
  const date = Temporal.PlainDate.from(row.date).toLocaleString(
    language === 'en' ? 'en-GB' : language,
    options,
  );
  const facts = [
    [texts.duty, row.duty_name],
    [texts.date, date],
    [texts.time, times],
  ] as const;
  const lines = facts.map(
    ([name, value]) => `<dt>${name}</dt><dd><bdi>${asHtml(value)}</bdi></dd>`,
  );
  return `<dl>${lines.join('')}</dl>`;
}

function answering(row: ReminderRow, texts: AnswerTexts): string {
  const yes = `<form method="post"><button name="answer" value="yes">${texts.yes}</button></form>`;
  const no = `<form method="post"><label>${texts.note}<input name="note" maxlength="500" value="${asHtml(row.answer_note)}"></label><button class="no" name="answer" value="no">${texts.no}</button></form>`;
  if (!row.answer) return yes + no;
  const said = row.answer === 'yes' ? texts.saidYes : texts.saidNo;
  const other = row.answer === 'yes' ? no : yes;
  return `<p class="said">${said}</p><details><summary>${texts.otherwise}</summary>${other}</details>`;
}
