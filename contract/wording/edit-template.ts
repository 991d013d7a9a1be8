import { route } from '../platform/route.ts';
import { Body } from '../platform/values.ts';
import { ByName, LanguageNamed, MessageTemplate, wordedParts } from './wording.ts';

export const editTemplate = route({
  name: 'editTemplate',
  module: 'wording',
  method: 'PUT',
  path: '/message-templates/:name',
  summary: 'Own words for a template in one language; a part that is left out is as usual',
  access: 'wording.change',
  params: ByName,
  body: Body({ language: LanguageNamed, ...wordedParts }),
  status: 200,
  answer: MessageTemplate,
  refusals: {},
});
