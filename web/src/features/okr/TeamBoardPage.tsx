export const TeamBoardPage = () => null;
