import { installLink, poster } from '../poster.mjs';

const appId = 'AAAAAAAA-1111-4222-8333-BBBBBBBBBBBB';

/** The poster links to the app, says the same number of things in both languages, and takes no markup from a name. */
export function check() {
  const posters = ['nl', 'en'].map(language => [language, poster({ appId, language, host: '<b>Ada</b> & Bo', place: 'the "long" table' })]);
  return posters.flatMap(([language, page]) => [
    ...(page.includes(`href="${installLink(appId)}"`) ? [] : [`the poster in ${language} has no link to the app`]),
    ...(page.includes('<b>') ? [`the poster in ${language} takes markup from a name`] : []),
    ...(page.includes('Ada') && page.includes('long') ? [] : [`the poster in ${language} leaves out the host or the place`]),
    ...(/<svg[\s\S]*<path/.test(page) ? [] : [`the poster in ${language} has no QR code`]),
    ...(page.match(/<p>/g)?.length === 4 ? [] : [`the poster in ${language} should say four things`]),
  ]);
}
