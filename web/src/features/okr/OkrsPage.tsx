export const OkrsPage = () => null;
