/** Teams in the browser, by the value of the service's setting Cloud; a test compares this with the service's own table. */
const TEAMS = {
  Public: 'https://teams.microsoft.com',
  UsGcc: 'https://teams.microsoft.com',
  UsGov: 'https://gov.teams.microsoft.us',
  UsGovDod: 'https://dod.teams.microsoft.us',
};

// Copilot's notifications exist in the worldwide Graph only.
const WORLDWIDE_GRAPH = ['Public', 'UsGcc'];

export const CLOUDS = Object.keys(TEAMS);
export const teamsOf = cloud => TEAMS[cloud];
export const hasCopilotNotifications = cloud => WORLDWIDE_GRAPH.includes(cloud);
