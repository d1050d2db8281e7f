// TeamsConnectBot in one resource group. README.md beside this file says how to deploy it and what each size is for.
targetScope = 'resourceGroup'

@description('A short name; every resource is named after it.')
@minLength(3)
@maxLength(16)
param name string = 'connectbot'

@description('Where everything is deployed, except the bot registration, which is global.')
param location string = resourceGroup().location

@description('Microsoft\'s cloud the Microsoft 365 tenant is in; UsGov is GCC High. Deploy UsGov and UsGovDod to Azure Government.')
@allowed(['Public', 'UsGcc', 'UsGov', 'UsGovDod'])
param cloud string = 'Public'

@description('dev: one instance, SQLite on the instance\'s own disk. standard: two instances on one PostgreSQL. See README.md for what that means.')
@allowed(['dev', 'standard'])
param size string = 'dev'

@description('The image of the service, such as registry.example.org/teamsconnectbot:0.1.0; empty deploys everything but the service, for an image that is pushed later.')
param image string = ''

@description('Makes an Azure Container Registry, from which the managed identity may pull. azd pushes the image to it.')
param createRegistry bool = false

@description('The login server of the Azure Container Registry the image is pulled from with the managed identity; empty for a registry that needs no login, and with createRegistry.')
param registryServer string = ''

@description('The mailbox that organises the events: the only one the service writes to.')
param serviceMailbox string

@description('The pools: objects as in parameters.example.json.')
@minLength(1)
param pools array

@description('People to turn to who are not a bot: objects with name and reach.')
param humanContacts array = []

@description('Where people install the app, for the card they pass on: known after the upload in the Teams admin centre; empty until then.')
param installLink string = ''

@description('Who has which role: admin, worksCouncil and reader, each a list of object ids of Entra groups or values of app roles.')
param roles object = {}

@description('Who agrees to the bot being used at all: the body, or agreedBy for a decision reached outside it.')
param firstUse object = {}

@description('The admin page, docs/admin.md: clientId of the application people sign in to, publicUrl, and teamsResource where it is a tab too; empty leaves it off.')
param adminPage object = {}

@description('Any other setting of docs/options.md, such as { "DaysOff:Country": "NL" }. A name with a space in it, such as an office\'s, can\'t be part of one.')
param moreSettings object = {}

@description('S1 counts messages in Teams as free; F0 has no service level.')
@allowed(['F0', 'S1'])
param botSku string = 'F0'

@description('Days the logs are kept. They hold no names.')
@minValue(30)
@maxValue(730)
param logDays int = 30

@description('The OpenTelemetry collector that carries metrics and traces to Application Insights, in standard; empty for neither.')
param collectorImage string = 'otel/opentelemetry-collector-contrib:0.124.1'

param tags object = {
  application: 'TeamsConnectBot'
}

var isStandard = size == 'standard'
var usedRegistry = createRegistry ? registry!.outputs.loginServer : registryServer

// It protects the keys of the admin page's sessions; without the page there is nothing for it to protect.
var hasVault = isStandard && !empty(adminPage)

module identity 'modules/identity.bicep' = {
  name: '${name}-identity'
  params: {
    name: name
    location: location
    tags: tags
  }
}

module logs 'modules/logs.bicep' = {
  name: '${name}-logs'
  params: {
    name: name
    location: location
    days: logDays
    tags: tags
  }
}

module registry 'modules/registry.bicep' = if (createRegistry) {
  name: '${name}-registry'
  params: {
    name: name
    location: location
    pullerPrincipalId: identity.outputs.principalId
    tags: tags
  }
}

module network 'modules/network.bicep' = if (isStandard) {
  name: '${name}-network'
  params: {
    name: name
    location: location
    tags: tags
  }
}

module postgres 'modules/postgres.bicep' = if (isStandard) {
  name: '${name}-postgres'
  params: {
    name: name
    location: location
    identityName: identity.outputs.name
    identityPrincipalId: identity.outputs.principalId
    subnetId: isStandard ? network!.outputs.postgresSubnetId : ''
    dnsZoneId: isStandard ? network!.outputs.postgresDnsZoneId : ''
    workspaceId: logs.outputs.workspaceId
    tags: tags
  }
}

module vault 'modules/vault.bicep' = if (hasVault) {
  name: '${name}-vault'
  params: {
    name: name
    location: location
    identityPrincipalId: identity.outputs.principalId
    workspaceId: logs.outputs.workspaceId
    tags: tags
  }
}

module settings 'modules/settings.bicep' = {
  name: '${name}-settings'
  params: {
    size: size
    cloud: cloud
    tenantId: tenant().tenantId
    clientId: identity.outputs.clientId
    identityName: identity.outputs.name
    databaseHost: isStandard ? postgres!.outputs.host : ''
    keyVaultKey: hasVault ? vault!.outputs.keyUri : ''
    serviceMailbox: serviceMailbox
    pools: pools
    humanContacts: humanContacts
    installLink: installLink
    roles: roles
    firstUse: firstUse
    adminPage: adminPage
    moreSettings: moreSettings
  }
}

module service 'modules/service.bicep' = {
  name: '${name}-service'
  params: {
    name: name
    location: location
    image: image
    registryServer: usedRegistry
    identityId: identity.outputs.id
    workspaceName: logs.outputs.workspaceName
    insightsName: logs.outputs.insightsName
    collectorImage: isStandard ? collectorImage : ''
    settings: settings.outputs.settings
    arguments: settings.outputs.arguments
    replicas: isStandard ? 2 : 1
    subnetId: isStandard ? network!.outputs.serviceSubnetId : ''
    usesSqlite: !isStandard
    tags: tags
  }
}

module bot 'modules/bot.bicep' = {
  name: '${name}-bot'
  params: {
    name: name
    appId: identity.outputs.clientId
    identityId: identity.outputs.id
    tenantId: tenant().tenantId
    endpoint: 'https://${service.outputs.domain}/api/messages'
    sku: botSku
    cloud: cloud
    tags: tags
  }
}

@description('The bot\'s app id: --app-id of manifest/package.mjs, and what grant-permissions.ps1 asks for.')
output botAppId string = identity.outputs.clientId

@description('The object id of the bot\'s service principal, for Exchange.')
output botPrincipalId string = identity.outputs.principalId

@description('Where the service listens: --domain of manifest/package.mjs.')
output domain string = service.outputs.domain

@description('Where azd pushes the image; it reads the output of this name.')
output AZURE_CONTAINER_REGISTRY_ENDPOINT string = usedRegistry
