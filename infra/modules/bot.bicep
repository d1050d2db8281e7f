// The bot's registration. It can also be deployed alone, for a service that runs on a server of your own.
param name string

@description('The app id of the bot.')
param appId string

@description('The resource id of the managed identity; empty for an app registration with a certificate or a secret.')
param identityId string = ''

param tenantId string = tenant().tenantId

@description('Where the service takes activities: https://HOST/api/messages.')
param endpoint string

@allowed(['F0', 'S1'])
param sku string = 'F0'

@description('Microsoft\'s cloud the Microsoft 365 tenant is in.')
@allowed(['Public', 'UsGcc', 'UsGov', 'UsGovDod'])
param cloud string = 'Public'

param tags object = {}

resource bot 'Microsoft.BotService/botServices@2022-09-15' = {
  name: '${name}-bot'
  location: 'global'
  kind: 'azurebot'
  tags: tags
  sku: {
    name: sku
  }
  properties: {
    displayName: 'TeamsConnectBot'
    endpoint: endpoint
    msaAppId: appId
    msaAppTenantId: tenantId
    msaAppType: empty(identityId) ? 'SingleTenant' : 'UserAssignedMSI'
    msaAppMSIResourceId: empty(identityId) ? null : identityId
    // The Direct Line secrets: nobody talks to this bot but Teams.
    disableLocalAuth: true
  }
}

resource teams 'Microsoft.BotService/botServices/channels@2022-09-15' = {
  parent: bot
  name: 'MsTeamsChannel'
  location: 'global'
  properties: {
    channelName: 'MsTeamsChannel'
    properties: {
      isEnabled: true
      acceptedTerms: true
      // Tenants of both kinds are served from the worldwide Azure. In Azure Government there is nothing to choose.
      deploymentEnvironment: cloud == 'UsGcc' ? 'GCCModerateDeployment' : 'CommercialDeployment'
    }
  }
}
