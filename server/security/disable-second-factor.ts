import { disableSecondFactor as route } from '../../contract/routes.ts';
import { dropSecondFactor } from '../identity/module.ts';
import { action } from '../platform/action.ts';
import { secondFactorOff } from './make-recovery-codes.ts';
import { tellAccount } from './tell-account.ts';

/** Switches the second factor off; its secret and recovery codes are deleted. */
export const disableSecondFactor = action(route, async (tx) => {
  if (!(await dropSecondFactor(tx, tx.by.accountId))) throw secondFactorOff();
  await tellAccount(tx, tx.by, 'second_factor.disabled', 'second-factor-disabled');
  return { message: 'Your log-in asks for the password alone.' };
});
