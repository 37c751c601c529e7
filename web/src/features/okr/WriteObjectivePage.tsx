export const WriteObjectivePage = () => null;
