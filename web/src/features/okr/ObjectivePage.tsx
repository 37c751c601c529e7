export const ObjectivePage = () => null;
