import { lazy } from 'react';

type Forms = typeof import('./all');

/** A form of an objective's page. All of them come with the first one that opens: who only reads does not wait for them. */
const form = <Name extends keyof Forms>(name: Name) =>
  lazy(async () => ({ default: (await import('./all'))[name] }));

export const AddBlocker = form('AddBlocker');
export const AddContributor = form('AddContributor');
export const AddInitiative = form('AddInitiative');
export const AddKeyResult = form('AddKeyResult');
export const AddSupport = form('AddSupport');
export const AskForSomething = form('AskForSomething');
export const AskText = form('AskText');
export const CommentForm = form('CommentForm');
export const EditInitiative = form('EditInitiative');
export const EditKeyResult = form('EditKeyResult');
export const EditObjective = form('EditObjective');
export const HandOver = form('HandOver');
export const SharePerson = form('SharePerson');
export const ShareTeam = form('ShareTeam');
export const Thank = form('Thank');
