import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { Body } from '../platform/values.ts';
import { ByName, LanguageNamed, wordedParts } from './wording.ts';

export const previewTemplate = route({
  name: 'previewTemplate',
  module: 'wording',
  method: 'POST',
  path: '/message-templates/:name/preview',
  summary: 'What a message would say with these words and sample data; nothing is written or sent',
  access: 'wording.change',
  params: ByName,
  body: Body({ language: LanguageNamed, ...wordedParts }),
  status: 200,
  answer: Type.Object({
    subject: Type.String(),
    html: Type.String(),
    text: Type.String(),
    sms: Type.String(),
  }),
  refusals: {},
});
