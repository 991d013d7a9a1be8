import './tables.ts';
import type { Module } from '../platform/module.ts';
import { liveShift } from '../rota/module.ts';
import { approveOffer } from './approve-offer.ts';
import { declineOffer } from './decline-offer.ts';
import { editRotaSettings } from './edit-rota-settings.ts';
import { offerSweep } from './expire-offers.ts';
import { letterSamples } from './letter-samples.ts';
import { listOffers } from './list-offers.ts';
import { liveOffer } from './offer-event.ts';
import { offerLetters } from './offer-letters.ts';
import { offerShift } from './offer-shift.ts';
import { readOffer } from './read-offer.ts';
import { readRotaSettings } from './read-rota-settings.ts';
import { refuseOffer } from './refuse-offer.ts';
import { takeOffer } from './take-offer.ts';
import { withdrawOffer } from './withdraw-offer.ts';

export { findPastSwaps } from './swap-approval.ts';

/** Approved shifts that change hands: offered to all, to one, or in exchange. */
export const offers: Module = {
  name: 'offers',
  endpoints: [
    listOffers,
    offerShift,
    readOffer,
    takeOffer,
    withdrawOffer,
    refuseOffer,
    approveOffer,
    declineOffer,
    readRotaSettings,
    editRotaSettings,
  ],
  live: {
    'shift.offered': liveOffer,
    'shift.swapped': liveShift,
    'offer.taken': liveOffer,
    'offer.withdrawn': liveOffer,
    'offer.refused': liveOffer,
    'offer.declined': liveOffer,
    'offer.expired': liveOffer,
  },
  templates: offerLetters,
  samples: letterSamples,
  queues: (app) => [offerSweep(app)],
};
