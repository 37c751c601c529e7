// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Any = any;
export type paths = Record<string, Record<'get' | 'post' | 'put' | 'patch' | 'delete', { parameters: Any; requestBody?: Any; responses: Any }>>;
