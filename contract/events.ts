/**
 * Every event of every system, past tense, with what it is about (its subject) and what it says.
 * The journal refuses a name that is not here. Systems that are not built yet have their names
 * already: names are the design.
 */
export const events = {
  // identity
  'organisation.registered': [
    'organisation',
    'An organisation was made; its first person is owner',
  ],
  'organisation.updated': ['organisation', 'Settings changed'],
  'person.registered': ['person', 'Someone joined by themself'],
  'person.added': ['person', 'An admin added someone'],
  'person.invited': ['person', 'An invitation went out'],
  'person.updated': ['person', 'Name, phone, role or limits changed'],
  'person.deactivated': ['person', 'Shut out: sessions ended, sockets closed'],
  'person.activated': ['person', 'Let in again'],
  'verification.requested': ['person', 'The verification mail was asked for again'],
  'email.verified': ['person', 'The address was confirmed'],
  'session.started': ['person', 'Log-in'],
  'session.ended': ['person', 'Log-out, or ended by the person or an admin'],
  'session.reused': ['person', 'A spent refresh token came back: the whole session was ended'],
  'password_reset.requested': ['person', 'A reset link went out'],
  'password.changed': ['person', 'New password; all sessions ended'],
  'availability.updated': ['person', 'When in a usual week they can be on, and when not'],
  'absence.added': ['absence', 'Someone will be away; their time is taken'],
  'absence.cancelled': ['absence', 'They are not away after all; their time is free'],
  // notifications
  'notification.read': ['person', 'They read one that they were told, or all'],
  'notification.cleared': ['person', 'They emptied their list of notifications'],
  'preferences.updated': ['person', 'On which channels they want to be told of what, or when not'],
  'person.mentioned': ['person', 'Someone wrote @name in a text'],
  'wording.updated': ['organisation', 'Its own words for a template, or the usual ones again'],
  // rota
  'period.created': ['period', 'A schedule period was opened'],
  'period.updated': ['period', 'Name, dates, seats or lock changed'],
  'period.deleted': ['period', 'An empty period was removed'],
  'period.finalized': ['period', 'Nothing changes any more; pending requests were rejected'],
  'shift.requested': ['shift', 'Someone asked for a shift'],
  'shift.approved': ['shift', 'An admin approved it; person and seat are taken'],
  'shift.rejected': ['shift', 'An admin rejected it, with a reason'],
  'shift.updated': ['shift', 'Date, times or notes changed'],
  'shift.deleted': ['shift', 'Cancelled by its person or an admin; kept as CANCELLED'],
  'shift.offered': ['shift', 'Its person offers it to others'],
  'shift.swapped': ['shift', 'It changed hands'],
  'offer.taken': ['offer', 'Someone accepted; an admin decides unless none is needed'],
  'offer.withdrawn': ['offer', 'Its person took it back'],
  'offer.refused': ['offer', 'Whom it was made to said no, or who took it gave it back'],
  'offer.declined': ['offer', 'An admin declined, with a reason'],
  'offer.expired': ['offer', 'A shift of it changed, began or was finalized'],
  'coverage.alert': ['period', 'A day’s coverage changed, or a gap was found'],
  'pattern.computed': ['organisation', 'Usual weekdays and hours were counted anew'],
  'coverage_window.updated': ['coverage_window', 'What must be covered changed'],
  'calendar_feed.made': ['person', 'Their calendar has a secret address, or a new one'],
  'calendar_feed.revoked': ['person', 'Their calendar’s secret address no longer works'],
  // crew
  'event.created': ['event', 'A job at a venue'],
  'event.updated': ['event', 'Its facts changed'],
  'call_time.created': ['call_time', 'A group must be there at a time'],
  'call_time.moved': ['call_time', 'Those who confirmed are asked again'],
  'labor_request.sent': ['labor_request', 'The worker was asked'],
  'labor_request.answered': ['labor_request', 'Available or unavailable'],
  'labor_request.confirmed': ['labor_request', 'The worker is on'],
  'labor_request.released': ['labor_request', 'The worker is off'],
  'labor_request.no_show': ['labor_request', 'The worker did not come'],
  'time_entry.clocked_in': ['time_entry', 'Work began'],
  'time_entry.clocked_out': ['time_entry', 'Work ended'],
  'time_entry.corrected': ['time_entry', 'A punch was corrected, with a reason'],
  'timesheet.approved': ['event', 'Hours are locked'],
  'timesheet.reopened': ['event', 'Hours are open again, with a reason'],
  // duty
  'registration.submitted': ['registration', 'A volunteer signed up'],
  'registration.decided': ['registration', 'Accepted or declined'],
  'duty.assigned': ['duty_assignment', 'Locked, reminder planned'],
  'duty.unlocked': ['duty_assignment', 'Taken off, with a reason'],
  'duty.answered': ['duty_assignment', '“I’m on it” or “I can’t”'],
  'reminder.sent': ['reminder', 'Got through on a channel'],
  'reminder.failed': ['reminder', 'No channel got through'],
  // tasks and chat
  'task.created': ['task', 'Someone has something to do'],
  'task.updated': ['task', 'Its facts changed'],
  'task.completed': ['task', 'Done'],
  'task.cancelled': ['task', 'Not to be done'],
  'task.overdue': ['task', 'Its due date passed'],
  'comment.added': ['task', 'Someone said something on it'],
  'chat_message.sent': ['conversation', 'A message in a conversation'],
  // booking
  'reservation.requested': ['reservation', 'In prime time: an admin decides'],
  'reservation.confirmed': ['reservation', 'The span is taken'],
  'reservation.rejected': ['reservation', 'Refused, with a reason'],
  'reservation.moved': ['reservation', 'Another span'],
  'reservation.cancelled': ['reservation', 'The span is free again'],
  'trade.asked': ['trade', 'Two reservations may change hands'],
  'trade.accepted': ['trade', 'They did'],
  'trade.rejected': ['trade', 'They did not'],
  'trade.expired': ['trade', 'One side changed meanwhile'],
} as const satisfies Record<string, readonly [subject: string, means: string]>;

/** Name of an event. */
export type EventName = keyof typeof events;
/** Kind of thing an event is about. */
export type SubjectKind = (typeof events)[EventName][0];
