export const MyWeekPage = () => null;
