/** What the page behind the link in a reminder says, in the languages of the web app. */
export type AnswerTexts = {
  direction: 'ltr' | 'rtl';
  question: (name: string) => string;
  duty: string;
  date: string;
  time: string;
  nextDay: string;
  yes: string;
  no: string;
  note: string;
  saidYes: string;
  saidNo: string;
  otherwise: string;
  begun: string;
  unlocked: string;
  talk: string;
  closed: string;
};

export const answerTexts: Record<'en' | 'fil' | 'ar', AnswerTexts> = {
  en: {
    direction: 'ltr',
    question: (name) => `${name}, can you do this duty?`,
    ...{ duty: 'Duty', date: 'Date', time: 'Time', nextDay: 'next day' },
    ...{ yes: 'I’m on it', no: 'I can’t' },
    note: 'Why not, or who could (if you like)',
    saidYes: 'Thank you. You said that you’re on it.',
    saidNo: 'You said that you can’t. Who plans the roster is told, and looks for someone else.',
    otherwise: 'Changed your mind? Say so here.',
    begun: 'This duty has begun, so it can’t be answered any more.',
    unlocked: 'This duty is no longer yours: you were taken off it.',
    talk: 'If something is wrong, talk to whoever plans the roster.',
    closed: 'There is nothing to answer',
  },
  fil: {
    direction: 'ltr',
    question: (name) => `${name}, magagawa mo ba ang duty na ito?`,
    ...{ duty: 'Duty', date: 'Petsa', time: 'Oras', nextDay: 'kinabukasan' },
    ...{ yes: 'Ako na ang bahala', no: 'Hindi ko kaya' },
    note: 'Bakit hindi, o sino ang puwede (kung gusto mo)',
    saidYes: 'Salamat. Sinabi mong ikaw na ang bahala.',
    saidNo:
      'Sinabi mong hindi mo kaya. Nasabihan na ang gumagawa ng roster at hahanap siya ng iba.',
    otherwise: 'Nagbago ang isip? Sabihin dito.',
    begun: 'Nagsimula na ang duty na ito, kaya hindi na ito masasagot.',
    unlocked: 'Hindi na sa iyo ang duty na ito: inalis ka na rito.',
    talk: 'Kung may mali, kausapin ang gumagawa ng roster.',
    closed: 'Wala nang sasagutin',
  },
  ar: {
    direction: 'rtl',
    question: (name) => `${name}، هل يمكنك القيام بهذه المهمة؟`,
    ...{ duty: 'المهمة', date: 'التاريخ', time: 'الوقت', nextDay: 'في اليوم التالي' },
    ...{ yes: 'سأقوم بها', no: 'لا أستطيع' },
    note: 'لماذا لا، أو من يمكنه ذلك (إن أردت)',
    saidYes: 'شكرًا. قلت إنك ستقوم بها.',
    saidNo: 'قلت إنك لا تستطيع. أُبلغ من يضع الجدول وسيبحث عن شخص آخر.',
    otherwise: 'غيّرت رأيك؟ قل ذلك هنا.',
    begun: 'بدأت هذه المهمة، فلم يعد بالإمكان الرد عليها.',
    unlocked: 'لم تعد هذه المهمة لك: لقد أُعفيت منها.',
    talk: 'إن كان هناك خطأ، فتحدّث إلى من يضع الجدول.',
    closed: 'لا شيء للرد عليه',
  },
};

/** The texts of a language tag; English where there are none. */
export function textsOf(tag: string | null): { language: 'en' | 'fil' | 'ar'; texts: AnswerTexts } {
  const spoken = tag?.split('-')[0]?.toLowerCase().replace(/^tl$/, 'fil');
  const language = spoken === 'fil' || spoken === 'ar' ? spoken : 'en';
  return { language, texts: answerTexts[language] };
}
