/** The queue that delivers messages. */
export const deliverQueue = 'deliver-message';
