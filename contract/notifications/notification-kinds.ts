import type { Permission } from '../identity/permissions.ts';

/** Ways to reach a person. */
export const channels = ['in_app', 'email', 'sms', 'whatsapp'] as const;
export type Channel = (typeof channels)[number];

type KindOfNotification = {
  /** As the page of preferences names it. */
  title: string;
  /** The templates that write it. */
  templates: readonly string[];
  /** Only those who hold it are ever told. */
  needs?: Permission;
  /** In the app and by e-mail it can't be switched off. */
  fixed?: true;
  /** It does not wait for the end of quiet hours. */
  urgent?: true;
};

/** Every kind of notification: what a person chooses channels for. A template belongs to exactly one. */
export const notificationKinds = {
  shift_requested: {
    title: 'Someone asks for a shift',
    templates: ['shift-requested'],
    needs: 'shift.decide',
  },
  shift_decided: {
    title: 'My request is approved or not',
    templates: ['shift-approved', 'shift-rejected'],
  },
  shift_changed: {
    title: 'My shift is changed or cancelled',
    templates: ['shift-updated', 'shift-deleted'],
  },
  period_finalized: {
    title: 'A period with a shift of mine is final',
    templates: ['period-finalized'],
  },
  offer: {
    title: 'Offers to me, and what becomes of mine',
    templates: ['offer-made', 'offer-done', 'offer-declined', 'offer-refused'],
  },
  offer_taken: {
    title: 'An offer waits for a decision',
    templates: ['offer-taken'],
    needs: 'shift.decide',
  },
  duty_assigned: {
    title: 'I am put on a duty',
    templates: ['duty-assigned'],
  },
  duty_changed: {
    title: 'I am taken off a duty, or it is moved',
    templates: ['duty-unlocked', 'duty-moved'],
  },
  duty_reminder: {
    title: 'A duty of mine is coming',
    templates: ['duty-reminder'],
    fixed: true,
  },
  duty_not_reminded: {
    title: 'Someone could not be reminded of a duty',
    templates: ['reminder-failed'],
    needs: 'reminder.read',
  },
  duty_cannot: {
    title: 'Someone can’t do their duty',
    templates: ['duty-cannot'],
    needs: 'duty.assign',
  },
  registration: {
    title: 'What becomes of my sign-up',
    templates: ['registration-received', 'registration-accepted', 'registration-declined'],
    fixed: true,
  },
  registration_submitted: {
    title: 'A volunteer signs up',
    templates: ['registration-submitted'],
    needs: 'registration.read',
  },
  unlock_requested: {
    title: 'An unlock needs a second admin',
    templates: ['unlock-requested'],
    needs: 'duty.unlock',
  },
  unlock_decided: {
    title: 'An unlock that I asked for is decided',
    templates: ['unlock-decided'],
    needs: 'duty.unlock',
  },
  gap_alert: {
    title: 'Gaps ahead, each morning',
    templates: ['gap-alert'],
    needs: 'gap.read',
  },
  absence: {
    title: 'Someone is away, or I am entered as away',
    templates: ['absence-added', 'absence-cancelled'],
  },
  reservation: {
    title: 'My reservations: confirmed, decided, moved, cancelled',
    templates: [
      ...(['reservation-confirmed', 'reservation-approved', 'reservation-rejected'] as const),
      ...(['reservation-moved', 'reservation-cancelled', 'reservation-expired'] as const),
      ...(['series-confirmed', 'series-moved', 'series-cancelled'] as const),
    ],
  },
  reservation_requested: {
    title: 'A reservation waits for a decision',
    templates: ['reservation-requested', 'series-requested'],
    needs: 'reservation.decide',
  },
  trade: {
    title: 'Trades of reservations, and what becomes of mine',
    templates: [
      ...(['trade-asked', 'trade-proposed', 'trade-got', 'trade-given'] as const),
      ...(['trade-rejected', 'trade-cancelled', 'trade-expired'] as const),
    ],
  },
  trade_agreed: {
    title: 'A trade waits for a decision',
    templates: ['trade-agreed'],
    needs: 'reservation.decide',
  },
  mention: {
    title: 'Someone writes @me',
    templates: ['mentioned'],
  },
  person_left: {
    title: 'Someone leaves the organisation',
    templates: ['person-left'],
    needs: 'person.read',
  },
  account: {
    title: 'Invitations, my e-mail address and my number',
    templates: [
      ...([
        'verify-email',
        'invitation',
        'added',
        'invited',
        'confirm-email',
        'phone-code',
        'test-letter',
      ] as const),
      'number-unreachable',
    ],
    fixed: true,
    urgent: true,
  },
  security: {
    title: 'Password and sessions',
    templates: [
      ...([
        'reset-password',
        'password-changed',
        'email-changed',
        'password-replaced',
        'session-reused',
      ] as const),
      ...(['second-factor-enabled', 'second-factor-disabled', 'api-key-made'] as const),
    ],
    fixed: true,
    urgent: true,
  },
} as const satisfies Record<string, KindOfNotification>;

export type KindName = keyof typeof notificationKinds;

/** What is to be known of a kind. */
export function kindNamed(name: KindName): KindOfNotification {
  return notificationKinds[name];
}

const kindByTemplate = new Map<string, KindName>(
  Object.entries(notificationKinds).flatMap(([kind, { templates }]) =>
    templates.map((template) => [template, kind as KindName] as const),
  ),
);

/** The kind that a template belongs to. */
export function kindOf(template: string): KindName {
  const kind = kindByTemplate.get(template);
  if (!kind)
    throw new Error(`${template} is in no kind of contract/notifications/notification-kinds.ts`);
  return kind;
}
