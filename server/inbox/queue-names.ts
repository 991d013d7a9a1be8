/** The queue that delivers messages. */
export const deliverQueue = 'deliver-message';
/** The queue that finds messages whose job was lost. */
export const sweepQueue = 'sweep-messages';
