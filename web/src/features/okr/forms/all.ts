/** Everything that can be said on an objective's page, in one piece: forms.ts brings it when a form opens. */
export { AddInitiative } from './AddInitiative';
export { AddKeyResult } from './AddKeyResult';
export { AskText } from './AskText';
export { AddBlocker, HandOver } from './BlockerForms';
export { CommentForm } from './CommentForm';
export { AddContributor, Thank } from './ContributorForms';
export { AskForSomething } from './DependencyForm';
export { EditInitiative } from './EditInitiative';
export { EditKeyResult } from './EditKeyResult';
export { EditObjective } from './EditObjective';
export { SharePerson, ShareTeam } from './ShareForms';
export { AddSupport } from './SupportForm';
