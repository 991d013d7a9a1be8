import { describe, expect, test } from 'vitest';
import { permissionsOf, type Role } from '../../contract/identity/permissions.ts';
import type { OfferState } from '../../contract/offers/offer.ts';
import {
  type Offered,
  seesOffer,
  whyNotDecideOffer,
  whyNotRefuse,
  whyNotTake,
  whyNotWithdraw,
} from './offer.ts';

const someone = (personId: string, role: Role = 'member') => ({
  personId,
  role,
  permissions: permissionsOf(role),
  accountId: '',
  sessionId: '',
  fullName: '',
  verified: true,
});
const owner = someone('owner');
const other = someone('other');
const taker = someone('taker');
const admin = someone('admin', 'admin');

const offered = (state: OfferState, to: string | null = null): Offered => ({
  state,
  person_id: 'owner',
  to_id: to,
  taker_id: state === 'TAKEN' || state === 'DONE' ? (to ?? 'taker') : null,
});
const code = (refused: { code: string } | null) => refused?.code ?? 'may';

describe('in each state, what its taker-to-be, its person, its taker and an admin may', () => {
  test.each<[OfferState, string, string, string, string]>([
    ['OPEN', 'may', 'may', 'forbidden', 'offer_not_taken'],
    ['TAKEN', 'offer_taken', 'may', 'may', 'may'],
    ['DONE', 'offer_taken', 'offer_closed', 'forbidden', 'offer_closed'],
    ['DECLINED', 'offer_closed', 'offer_closed', 'forbidden', 'offer_closed'],
    ['WITHDRAWN', 'offer_closed', 'offer_closed', 'forbidden', 'offer_closed'],
    ['EXPIRED', 'offer_expired', 'offer_expired', 'forbidden', 'offer_expired'],
  ])('%s: take %s, withdraw %s, give back %s, decide %s', (state, take, withdraw, back, decide) => {
    expect(code(whyNotTake(offered(state), other))).toBe(take);
    expect(code(whyNotWithdraw(offered(state), owner))).toBe(withdraw);
    expect(code(whyNotRefuse(offered(state), taker))).toBe(back);
    expect(code(whyNotDecideOffer(offered(state)))).toBe(decide);
  });

  test('made to one, it is that one’s to take or refuse, nobody else’s', () => {
    const toTaker = offered('OPEN', 'taker');
    expect(code(whyNotTake(toTaker, taker))).toBe('may');
    expect(code(whyNotRefuse(toTaker, taker))).toBe('may');
    expect(code(whyNotTake(toTaker, other))).toBe('forbidden');
    expect(code(whyNotRefuse(toTaker, other))).toBe('forbidden');
    expect(code(whyNotTake(toTaker, owner))).toBe('offer_own');
    expect(code(whyNotWithdraw(toTaker, taker))).toBe('forbidden');
  });
});

test('who sees it', () => {
  const seers = (offer: Offered) =>
    [owner, taker, other, admin].filter((by) => seesOffer(by, offer)).map((by) => by.personId);
  expect(seers(offered('OPEN'))).toEqual(['owner', 'taker', 'other', 'admin']);
  expect(seers(offered('OPEN', 'taker'))).toEqual(['owner', 'taker', 'admin']);
});
