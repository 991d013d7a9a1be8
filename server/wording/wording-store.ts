import type { Language } from '../../contract/wording/languages.ts';
import type { Read, Tx } from '../platform/scope.ts';
import type { Wording } from './worded.ts';

/** Finds an organisation's own words for a template: in the person's language, else in its own. */
export type Wordings = (
  organisationId: string,
  template: string,
  language: string | null,
) => Wording | null;

/** All own words of these organisations; few rows, read at once for a whole batch of letters. */
export async function findWordings(
  read: Pick<Read, 'db'>,
  organisationIds: readonly string[],
): Promise<Wordings> {
  if (organisationIds.length === 0) return () => null;
  const rows = await read.db
    .selectFrom('wording')
    .innerJoin('organisation', 'organisation.id', 'wording.organisation_id')
    .select(['wording.organisation_id', 'template', 'language', 'subject', 'body', 'sms'])
    .select('organisation.locale')
    .where('wording.organisation_id', 'in', [...new Set(organisationIds)])
    .execute();
  const keyOf = (...parts: (string | null)[]) => parts.join(' ');
  const byKey = new Map(
    rows.map((row) => [keyOf(row.organisation_id, row.template, row.language), row]),
  );
  const locales = new Map(rows.map((row) => [row.organisation_id, row.locale]));
  return (organisation, template, language) =>
    byKey.get(keyOf(organisation, template, primaryOf(language))) ??
    byKey.get(keyOf(organisation, template, primaryOf(locales.get(organisation)))) ??
    null;
}

/** `en-GB` → `en`. */
function primaryOf(language: string | null | undefined): string | null {
  return language?.split('-')[0]?.toLowerCase() ?? null;
}

/** An organisation's own words for a template in exactly this language. */
export function getWording(read: Read, template: string, language: Language) {
  return read.db
    .selectFrom('wording')
    .select(['subject', 'body', 'sms'])
    .where('organisation_id', '=', read.tenant.id)
    .where('template', '=', template)
    .where('language', '=', language)
    .executeTakeFirst();
}

/** Which templates have own words in which languages. */
export function findWorded(read: Read) {
  return read.db
    .selectFrom('wording')
    .select(['template', 'language'])
    .where('organisation_id', '=', read.tenant.id)
    .orderBy('language')
    .execute();
}

/** Writes own words down. */
export async function saveWording(
  tx: Tx,
  template: string,
  language: Language,
  wording: Wording,
): Promise<void> {
  const words = { ...wording, updated_at: tx.now.toString() };
  await tx.db
    .insertInto('wording')
    .values({ organisation_id: tx.tenant.id, template, language, ...words })
    .onConflict((conflict) =>
      conflict.columns(['organisation_id', 'template', 'language']).doUpdateSet(words),
    )
    .execute();
}

/** Removes own words; the journal keeps what they were. */
export async function deleteWording(tx: Tx, template: string, language: Language): Promise<void> {
  await tx.db
    .deleteFrom('wording')
    .where('organisation_id', '=', tx.tenant.id)
    .where('template', '=', template)
    .where('language', '=', language)
    .execute();
}
