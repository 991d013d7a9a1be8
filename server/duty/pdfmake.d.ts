// It ships without types; this is what is used of it.
declare module 'pdfmake' {
  type Font = { normal: string; bold: string };
  export const setFonts: (fonts: Readonly<Record<string, Font>>) => void;
  export const setUrlAccessPolicy: (mayFetch: (url: string) => boolean) => void;
  export const setLocalAccessPolicy: (mayRead: (path: string) => boolean) => void;
  export const createPdf: (document: object) => { getBuffer(): Promise<Buffer> };
}
