import { printMonth as route } from '../../contract/routes.ts';
import { query } from '../platform/action.ts';
import { Content } from '../platform/content.ts';
import { printedMonth, printPolicy } from './printed-month.ts';
import { readMonth } from './read-month.ts';

/**
 * A month as an HTML page for paper. The web app fetches it with its access token and opens it as a
 * blob, so no address opens it without a log-in; the page carries its own policy for that.
 */
export const printMonth = query(route, async (view, call) => {
  const calendar = await readMonth(view, call);
  const page = printedMonth(calendar, view.tenant.name, call.query.person !== undefined);
  return new Content('text/html; charset=utf-8', page, {
    'Content-Security-Policy': `${printPolicy}; frame-ancestors 'none'`,
  });
});
