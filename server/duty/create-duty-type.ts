import { createDutyType as route } from '../../contract/routes.ts';
import { action } from '../platform/action.ts';
import { violates } from '../platform/postgres-error.ts';
import { found, Refusal, refuseIf } from '../platform/problem.ts';
import { colours, timeOf } from './duty-type.ts';
import { countDutyTypes, getDutyType } from './duty-type-store.ts';
import { openDutyType } from './place-duties.ts';
import { presentDutyType } from './present-duty-type.ts';

const most = 200;

/** An admin adds something that has to be done. */
export const createDutyType = action(route, async (tx, { body }) => {
  const time = timeOf(body);
  if ('code' in time) throw new Refusal(400, time.code, time.detail, time.facts);
  const { count, last } = await countDutyTypes(tx);
  refuseIf(count < most ? null : tooMany);

  const fields = {
    ...{ name: body.name, ...time, people: body.people ?? 1, active: body.active ?? true },
    colour: body.colour ?? (colours[count % colours.length] as string),
    position: body.position ?? last + 1,
  };
  const id = await openDutyType(tx, fields).catch(throwExists);
  return presentDutyType(found(await getDutyType(tx, id)), tx.by);
});

const tooMany = {
  code: 'too_many_duty_types',
  detail: `An organisation has ${most} duties at most. Delete one that no roster has.`,
};

/** 409 for a name that another duty has. */
export function throwExists(error: unknown): never {
  if (!violates(error, 'duty_type_name')) throw error;
  throw new Refusal(409, 'duty_type_exists', 'There is a duty of that name already.');
}
