import { askQuestion as route } from '../../contract/routes.ts';
import { publicCall } from '../platform/action.ts';
import { read } from '../platform/app.ts';
import { unauthenticated } from '../platform/problem.ts';
import { countTry } from '../platform/throttle.ts';
import { answerOf } from './answer.ts';
import { gatherFacts } from './gather-facts.ts';
import { askModel } from './model.ts';
import { factsForModel } from './model-facts.ts';

/**
 * A question in plain words, answered from the facts: by the model when one is set, else, or when it
 * fails, by a template. No connection to the database is held while the model thinks. Each person
 * may ask 20 times in 5 minutes: what a model says costs money.
 */
export const askQuestion = publicCall(route, async ({ app, caller, body }) => {
  if (!caller) throw unauthenticated();
  const asker = `${caller.tenant.id} ${caller.by.personId}`;
  await countTry(app, [{ of: `questions of ${asker}`, most: 20, minutes: 5 }]);
  const { asked, facts, names } = await read(app, caller.tenant, (scope) =>
    gatherFacts(scope, body.question),
  );
  const told = await askModel(app, body.question, factsForModel(facts, names));
  if (told) return { answer: told, by: 'model' as const, facts };
  const used = asked ? facts : { spans: [], hours: [] };
  return { answer: answerOf(asked, facts), by: 'template' as const, facts: used };
});
