import type { Templates } from '../platform/letter.ts';
import type { Read } from '../platform/scope.ts';
import { findWordings, ownWords } from '../wording/module.ts';

type OfOrganisation = { organisation_id: string };

/** The templates of each message's organisation, in its own words; one look for a whole page. */
export async function inOwnWords(
  read: Pick<Read, 'db'>,
  templates: Templates,
  messages: readonly OfOrganisation[],
): Promise<(message: OfOrganisation) => Templates> {
  const ids = [...new Set(messages.map((message) => message.organisation_id))];
  const wordings = await findWordings(read, ids);
  const own = new Map(ids.map((id) => [id, ownWords(templates, wordings, id)]));
  return ({ organisation_id }) => own.get(organisation_id) ?? templates;
}
