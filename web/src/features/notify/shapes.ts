import type { components } from '@/api/schema';

type Schemas = components['schemas'];
export type Notice = Schemas['Notice'];
export type NoticeSetting = Schemas['NoticeSetting'];
export type Digest = Schemas['Digest'];
export type TeamDigest = Schemas['TeamDigest'];
export type Moved = Schemas['Moved'];
export type SentLine = Schemas['SentLine'];
export type JobRun = Schemas['JobRun'];
export type Schedule = Schemas['Schedule'];
export type ScheduledSending = Schemas['ScheduledSending'];
