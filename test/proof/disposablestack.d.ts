declare module 'disposablestack/auto';
