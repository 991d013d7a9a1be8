import { kindNamed } from '../../contract/notifications/notification-kinds.ts';
import { Content } from '../platform/content.ts';
import { asHtml } from '../platform/letter.ts';
import type { Unsubscribing } from './unsubscribe-token.ts';

const policy =
  "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
const style = `
:root { color-scheme: light dark }
body { margin: 0; padding: 24px; font: 16px/1.5 system-ui, sans-serif }
main { max-width: 32rem; margin: 10vh auto 0 }
button { min-height: 44px; padding: 0 20px; border: 0; border-radius: 8px; background: #3a4fd0; color: #fff; font: inherit; font-weight: 600 }
a { color: LinkText }
`;

type Page = { organisationName: string; of: Unsubscribing; preferences: string; isDone: boolean };

/** The page behind the link in a mail: a question with one button, or that it is done. No script. */
export function unsubscribePage({ organisationName, of, preferences, isDone }: Page): Content {
  const kind = asHtml(kindNamed(of.kind).title);
  const organisation = asHtml(organisationName);
  const title = isDone ? 'No more of these mails' : 'Stop these mails?';
  const what = `<p>“${kind}”, by e-mail from ${organisation}.</p>`;
  const rest = isDone
    ? '<p>You still read it in the app.</p>'
    : '<form method="post"><button name="List-Unsubscribe" value="One-Click">Stop these mails</button></form>';
  const link = `<p><a href="${asHtml(preferences)}">All notification preferences</a></p>`;
  const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex">
<title>${title} · Callboard</title>
<style>${style}</style>
</head>
<body><main><h1>${title}</h1>${what}${rest}${link}</main></body>
</html>
`;
  return new Content('text/html; charset=utf-8', page, {
    'Content-Security-Policy': policy,
    // With `no-referrer`, as elsewhere, a browser would send the form with `Origin: null`.
    'Referrer-Policy': 'same-origin',
  });
}
