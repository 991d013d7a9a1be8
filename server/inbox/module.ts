import './tables.ts';

export { queueMessage, type Recipient } from './queue-message.ts';
