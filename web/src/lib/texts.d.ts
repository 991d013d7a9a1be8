import 'i18next';

// Keys are those of the English catalogues: a key that does not exist is a type error.
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'app';
    resources: {
      app: typeof import('../locales/en/app.json')['default'];
      approvals: typeof import('../locales/en/approvals.json')['default'];
      assistant: typeof import('../locales/en/assistant.json')['default'];
      booking: typeof import('../locales/en/booking.json')['default'];
      calendar: typeof import('../locales/en/calendar.json')['default'];
      demo: typeof import('../locales/en/demo.json')['default'];
      duty: typeof import('../locales/en/duty.json')['default'];
      files: typeof import('../locales/en/files.json')['default'];
      identity: typeof import('../locales/en/identity.json')['default'];
      inbox: typeof import('../locales/en/inbox.json')['default'];
      jobs: typeof import('../locales/en/jobs.json')['default'];
      lib: typeof import('../locales/en/lib.json')['default'];
      live: typeof import('../locales/fil/live.json')['default'];
      notifications: typeof import('../locales/en/notifications.json')['default'];
      offers: typeof import('../locales/en/offers.json')['default'];
      operator: typeof import('../locales/en/operator.json')['default'];
      problems: typeof import('../locales/fil/problems.json')['default'];
      organisations: typeof import('../locales/en/organisations.json')['default'];
      people: typeof import('../locales/en/people.json')['default'];
      registrations: typeof import('../locales/en/registrations.json')['default'];
      reminders: typeof import('../locales/en/reminders.json')['default'];
      resources: typeof import('../locales/en/resources.json')['default'];
      rota: typeof import('../locales/en/rota.json')['default'];
      security: typeof import('../locales/en/security.json')['default'];
      trades: typeof import('../locales/en/trades.json')['default'];
      ui: typeof import('../locales/en/ui.json')['default'];
      wording: typeof import('../locales/en/wording.json')['default'];
    };
  }
}
