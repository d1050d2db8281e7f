// The service's settings as environment variables: 'Graph__ServiceMailbox' is Graph:ServiceMailbox. Every name below is an
// option the service validates; infra/checks compares them. What is not here keeps the default that stands in the code.
param size string
param cloud string
param tenantId string
param clientId string

@description('The managed identity\'s name, which is its role in PostgreSQL.')
param identityName string

@description('The server of PostgreSQL; empty for SQLite.')
param databaseHost string

@description('The key that protects the admin page\'s keys; empty for none.')
param keyVaultKey string

param serviceMailbox string
param pools array
param humanContacts array
param installLink string
param roles object
param firstUse object
param adminPage object
param moreSettings object

var bot = [
  { name: 'Bot__AppId', value: clientId }
  { name: 'Bot__TenantId', value: tenantId }
  { name: 'Bot__ManagedIdentityClientId', value: clientId }
]

var clouds = [
  { name: 'Cloud', value: cloud }
]

var graph = [
  { name: 'Graph__ManagedIdentityClientId', value: clientId }
  { name: 'Graph__ServiceMailbox', value: serviceMailbox }
]

var sqlite = [
  { name: 'Storage__File', value: '/data/connect.db' }
]

var postgresql = [
  { name: 'Storage__Provider', value: 'postgres' }
  { name: 'Storage__ManagedIdentityClientId', value: clientId }
  {
    name: 'Storage__ConnectionString'
    value: 'Host=${databaseHost};Database=connect;Username=${identityName};Ssl Mode=VerifyFull'
  }
]

var poolSettings = [for (pool, p) in pools: [
  { name: 'Programme__Pools__${p}__Id', value: pool.id }
  { name: 'Programme__Pools__${p}__GroupId', value: pool.groupId }
  { name: 'Programme__Pools__${p}__Zone', value: pool.?zone ?? 'Europe/Amsterdam' }
  { name: 'Programme__Pools__${p}__RoundCron', value: pool.?roundCron ?? '0 0 9 ? * MON' }
  { name: 'Programme__Pools__${p}__Offer', value: pool.?offer ?? 'Coffee' }
  { name: 'Programme__Pools__${p}__Minutes', value: string(pool.?minutes ?? 30) }
  { name: 'Programme__Pools__${p}__RepeatWindow', value: string(pool.?repeatWindow ?? 6) }
  { name: 'Programme__Pools__${p}__Host__Name', value: pool.host.name }
  { name: 'Programme__Pools__${p}__Host__Sentence__nl', value: pool.host.sentence.nl }
  { name: 'Programme__Pools__${p}__Host__Sentence__en', value: pool.host.sentence.en }
]]

// A key here may hold an office's name, which no environment variable can: these go on the command line.
var meetingPoints = [for (pool, p) in pools: map(
  items(pool.?meetingPoints ?? {}),
  point => '--Programme:Pools:${p}:MeetingPoints:${point.key}=${point.value}'
)]

var reasons = [for (pool, p) in pools: contains(pool, 'why') ? [
  { name: 'Programme__Pools__${p}__Why__nl', value: pool.why.nl }
  { name: 'Programme__Pools__${p}__Why__en', value: pool.why.en }
] : []]

var names = [for (pool, p) in pools: contains(pool, 'name') ? [
  { name: 'Programme__Pools__${p}__Name__nl', value: pool.name.nl }
  { name: 'Programme__Pools__${p}__Name__en', value: pool.name.en }
] : []]

var contacts = [for (contact, c) in humanContacts: [
  { name: 'Programme__HumanContacts__${c}__Name', value: contact.name }
  { name: 'Programme__HumanContacts__${c}__NameEn', value: contact.?nameEn ?? '' }
  { name: 'Programme__HumanContacts__${c}__Reach', value: contact.reach }
  { name: 'Programme__HumanContacts__${c}__ReachEn', value: contact.?reachEn ?? '' }
]]

var link = empty(installLink) ? [] : [{ name: 'Programme__InstallLink', value: installLink }]

var admins = [for (one, i) in (roles.?admin ?? []): { name: 'Roles__Admin__${i}', value: one }]
var worksCouncil = [for (one, i) in (roles.?worksCouncil ?? []): { name: 'Roles__WorksCouncil__${i}', value: one }]
var readers = [for (one, i) in (roles.?reader ?? []): { name: 'Roles__Reader__${i}', value: one }]

var agreement = concat(
  [{ name: 'FirstUse__Body', value: firstUse.?body ?? 'WorksCouncil' }],
  contains(firstUse, 'agreedBy') ? [{ name: 'FirstUse__AgreedBy', value: firstUse.agreedBy }] : []
)

// Off until there is an application to sign in to. It trusts the managed identity, so there is no secret.
var page = empty(adminPage) ? [] : concat(
  [
    { name: 'Admin__ClientId', value: adminPage.clientId }
    { name: 'Admin__TenantId', value: tenantId }
    { name: 'Admin__ManagedIdentityClientId', value: clientId }
    { name: 'Admin__PublicUrl', value: adminPage.publicUrl }
  ],
  contains(adminPage, 'teamsResource') ? [{ name: 'Admin__TeamsResource', value: adminPage.teamsResource }] : [],
  empty(keyVaultKey) ? [] : [{ name: 'Admin__KeyVaultKey', value: keyVaultKey }]
)

var more = map(items(moreSettings), setting => { name: replace(setting.key, ':', '__'), value: string(setting.value) })

output settings array = concat(
  clouds,
  bot,
  graph,
  size == 'standard' ? postgresql : sqlite,
  flatten(poolSettings),
  admins,
  worksCouncil,
  readers,
  agreement,
  page,
  flatten(reasons),
  flatten(names),
  flatten(contacts),
  link,
  more
)

output arguments array = flatten(meetingPoints)
