import { installLink, poster } from '../poster.mjs';

const teamsApp = 'AAAAAAAA-1111-4222-8333-BBBBBBBBBBBB';

/** The poster links to the app, says the same number of things in both languages, and takes no markup from a name. */
export function check() {
  const tenant = '11111111-2222-4333-8444-555555555555';
  const posters = ['nl', 'en'].map(language => [language, poster({ teamsApp, tenant, language, host: '<b>Ada</b> & Bo', place: 'the "long" table' })]);
  return posters.flatMap(([language, page]) => [
    ...(installLink(teamsApp).endsWith(teamsApp.toLowerCase()) ? [] : ['without a tenant the link is not that of the app alone']),
    ...(page.includes(`href="https://teams.microsoft.com/l/app/${teamsApp.toLowerCase()}?tenantId=${tenant}"`) ? [] : [`the poster in ${language} has no link to the app`]),
    ...(installLink(teamsApp, tenant, 'UsGov').startsWith('https://gov.teams.microsoft.us/l/app/') ? [] : ['in UsGov the link is not to that cloud\'s Teams']),
    ...(page.includes('<b>') ? [`the poster in ${language} takes markup from a name`] : []),
    ...(page.includes('Ada') && page.includes('long') ? [] : [`the poster in ${language} leaves out the host or the place`]),
    ...(/<svg[\s\S]*<path/.test(page) ? [] : [`the poster in ${language} has no QR code`]),
    ...(page.match(/<p>/g)?.length === 4 ? [] : [`the poster in ${language} should say four things`]),
  ]);
}
